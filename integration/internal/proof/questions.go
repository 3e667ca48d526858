package proof

import (
	"github.com/captoken/captoken/integration/internal/drive"
	"github.com/captoken/captoken/integration/internal/tokencheck"
	"github.com/captoken/captoken/integration/oracle"
)

// questions are put to the official library all at once: starting it takes longer than an answer.
type questions struct {
	parameters []oracle.Parameters
	about      []answered
}

// An answered question is about a token.
type answered struct {
	behaviour *behaviour
	call      drive.Call
	access    string
}

func (q *questions) add(b *behaviour, call drive.Call, access string, parameters oracle.Parameters) {
	q.parameters = append(q.parameters, parameters)
	q.about = append(q.about, answered{b, call, access})
}

// put compares the tokens with the answers. Without a library there are none.
func (q *questions) put(ask func([]oracle.Parameters) ([]oracle.Answer, error)) error {
	if ask == nil {
		return nil
	}
	answers, err := ask(q.parameters)
	if err != nil {
		return err
	}
	for i, answer := range answers {
		about := q.about[i]
		if answer.Error != "" {
			about.behaviour.complain(about.call, "the official library refuses: %s", answer.Error)
			continue
		}
		for _, difference := range tokencheck.CompareWithGuide(about.access, answer.Header, answer.Claims, issued) {
			about.behaviour.complain(about.call, "%s", difference)
		}
	}
	return nil
}
