package difftest

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"testing"
)

func TestCheck(t *testing.T) {
	programs := []Program{{Seed: 1}}
	for _, tc := range []struct {
		name    string
		ran     map[int][]string
		answers map[int]Answer
		want    []Disagreement
	}{
		{"nothing ran", nil, nil, nil},
		{"the same", map[int][]string{1: {"a"}}, map[int]Answer{1: {Values: []string{"a"}}}, nil},
		{"more than ran", map[int][]string{1: {"a"}}, map[int]Answer{1: {Values: []string{"a", "b"}}, 2: {}}, nil},
		{"any", map[int][]string{1: {"a"}}, map[int]Answer{1: {Any: true}}, nil},
		{"another value", map[int][]string{1: {"a", "b"}}, map[int]Answer{1: {Values: []string{"a", "c"}}},
			[]Disagreement{{ID: 1, Value: "b", Answer: Answer{Values: []string{"a", "c"}}}}},
		{"never called", map[int][]string{1: {"a"}}, map[int]Answer{2: {Any: true}},
			[]Disagreement{{ID: 1, Value: "a", Missing: true}}},
		{"in order", map[int][]string{2: {"a"}, 1: {"b"}}, nil,
			[]Disagreement{{ID: 1, Value: "b", Missing: true}, {ID: 2, Value: "a", Missing: true}}},
	} {
		got := Check(programs, []map[int][]string{tc.ran}, func(Program) (map[int]Answer, error) { return tc.answers, nil })
		if !reflect.DeepEqual(got, tc.want) {
			t.Errorf("%s: got %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestCheckFailure(t *testing.T) {
	programs := []Program{{Seed: 1}, {Seed: 2}, {Seed: 3}}
	got := Check(programs, make([]map[int][]string, 3), func(p Program) (map[int]Answer, error) {
		switch p.Seed {
		case 2:
			return nil, errors.New("no")
		case 3:
			panic("no")
		}
		return nil, nil
	})
	if len(got) != 2 || got[0].Program != 1 || got[0].Err == nil || got[1].Program != 2 || got[1].Err == nil {
		t.Errorf("got %v, want failures of two programs", got)
	}
}

// TestCheckPlanted changes one answer of an engine that knows all.
func TestCheckPlanted(t *testing.T) {
	programs := seeds(60)
	ran, err := Run(t.TempDir(), programs)
	if err != nil {
		t.Fatal(err)
	}
	sound := replay(programs, ran)
	if got := Check(programs, ran, sound); len(got) > 0 {
		t.Errorf("the engine that knows all is wrong: %v", got)
	}
	for i := range programs {
		ids := slices.Sorted(maps.Keys(ran[i]))
		if len(ids) == 0 {
			continue
		}
		id := ids[len(ids)-1]
		planted := func(p Program) (map[int]Answer, error) {
			answers, err := sound(p)
			if p.Seed == programs[i].Seed {
				answers[id] = Answer{Values: []string{"a wrong constant"}}
			}
			return answers, err
		}
		got := Check(programs, ran, planted)
		if len(got) != len(ran[i][id]) {
			t.Errorf("seed %d: got %d disagreements, want %d", programs[i].Seed, len(got), len(ran[i][id]))
		}
		for _, d := range got {
			if d.Program != i || d.ID != id {
				t.Errorf("seed %d: got %v, want probe %d", programs[i].Seed, d, id)
			}
		}
	}
}

// TestCheckNaive holds the programs to finding an engine that does not see
// aliases.
func TestCheckNaive(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds many programs")
	}
	programs := seeds(200)
	ran, err := Run(t.TempDir(), programs)
	if err != nil {
		t.Fatal(err)
	}
	found := map[int]bool{}
	for _, d := range Check(programs, ran, naive) {
		if d.Err != nil {
			t.Fatal(d)
		}
		found[d.Program] = true
	}
	if len(found) < 8 {
		t.Errorf("%d programs of %d show that the engine is wrong, want more", len(found), len(programs))
	}
	t.Logf("%d programs of %d show it", len(found), len(programs))
}
