package main

import (
	"io"
	"strings"
	"testing"
)

func TestGuard(t *testing.T) {
	const reference = "BenchmarkReference-2 1 1000000000 ns/op 5 B/op 5 allocs/op\n"
	const baseline = reference + "BenchmarkX/1000-2 10 500000000 ns/op 100000 B/op 10000 allocs/op\nBenchmarkSmall-2 1 100 ns/op 1000 B/op 16 allocs/op\n"
	for _, tc := range []struct{ name, input, want string }{
		{"the same", baseline, ""},
		{"more processors", strings.ReplaceAll(baseline, "-2 ", "-16 "), ""},
		{"another machine", strings.NewReplacer("1000000000 ns", "4000000000 ns", "500000000 ns", "2000000000 ns").Replace(baseline), ""},
		{"twice as slow and more", strings.Replace(baseline, " 500000000", " 1100000000", 1), "BenchmarkX/1000: 1.1000 of the reference's time, the baseline has 0.5000"},
		{"slow once", strings.Replace(baseline, " 500000000", " 1100000000", 1) + baseline, ""},
		{"bytes by chance", strings.Replace(baseline, "100000 B", "101000 B", 1), ""},
		{"more bytes", strings.Replace(baseline, "100000 B", "104000 B", 1), "104000 bytes, the baseline has 100000"},
		{"fewer bytes", strings.Replace(baseline, "100000 B", "50000 B", 1), "50000 bytes, the baseline has 100000"},
		{"more allocations", strings.Replace(baseline, "10000 allocs", "10100 allocs", 1), "10100 allocations, the baseline has 10000"},
		{"one allocation of a few", strings.Replace(baseline, "16 allocs", "17 allocs", 1), "17 allocations, the baseline has 16"},
		{"one byte of a few", strings.Replace(baseline, " 1000 B", " 1001 B", 1), "1001 bytes, the baseline has 1000"},
		{"a new one", baseline + "BenchmarkNew 1 1 ns/op 1 B/op 1 allocs/op\n", "BenchmarkNew is not in the baseline"},
		{"some only", reference + "BenchmarkSmall-2 1 100 ns/op 1000 B/op 16 allocs/op\n", ""},
		{"no reference", strings.Replace(baseline, "Reference", "Other", 1), "want BenchmarkReference in both"},
		{"nothing", "PASS\n", "there are no benchmarks"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			err := guard(strings.NewReader(tc.input), []byte(baseline), io.Discard)
			if tc.want == "" && err != nil || tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want)) {
				t.Errorf("got %v, want %q", err, tc.want)
			}
		})
	}
}
