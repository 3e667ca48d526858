package proof

import (
	"encoding/json"

	"github.com/captoken/captoken/integration/internal/drive"
	"github.com/captoken/captoken/integration/internal/tokencheck"
	"github.com/captoken/captoken/integration/oracle"
)

// questions are put to the official library all at once, and each only once: it takes longer to answer than to compare.
type questions struct {
	parameters []oracle.Parameters
	indexes    map[string]int // into parameters, by their JSON
	about      []answered
}

// An answered question is about a token.
type answered struct {
	question  int // index
	behaviour *behaviour
	call      drive.Call
	access    string
	issued    int64 // when the old token says that it was issued
}

func (q *questions) add(b *behaviour, call drive.Call, access string, issued int64, parameters oracle.Parameters) error {
	data, err := json.Marshal(parameters)
	if err != nil {
		return err
	}
	index, ok := q.indexes[string(data)]
	if !ok {
		if q.indexes == nil {
			q.indexes = make(map[string]int)
		}
		index = len(q.parameters)
		q.indexes[string(data)] = index
		q.parameters = append(q.parameters, parameters)
	}
	q.about = append(q.about, answered{index, b, call, access, issued})
	return nil
}

// put compares the tokens with the answers.
func (q *questions) put(ask func([]oracle.Parameters) ([]oracle.Answer, error)) error {
	answers, err := ask(q.parameters)
	if err != nil {
		return err
	}
	for _, about := range q.about {
		answer := answers[about.question]
		if answer.Error != "" {
			about.behaviour.complain(about.call, "the official library refuses: %s", answer.Error)
			continue
		}
		for _, difference := range tokencheck.CompareWithGuide(about.access, answer.Header, answer.Claims, issued, about.issued) {
			about.behaviour.complain(about.call, "%s", difference)
		}
	}
	return nil
}
