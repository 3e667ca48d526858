// Package taskrouter has the declarations of github.com/twilio/twilio-go@v1.31.0.
package taskrouter

type Policy struct {
	Url         string                 `json:"url,omitempty"`
	Method      string                 `json:"method,omitempty"`
	Allow       bool                   `json:"allow,omitempty"`
	PostFilter  map[string]interface{} `json:"post_filter"`
	QueryFilter map[string]interface{} `json:"query_filter"`
}

func (policy *Policy) Payload() map[string]interface{} { return nil }

func GeneratePolicy(url string, method string, allow bool, postFilters map[string]interface{}, queryFilters map[string]interface{}) Policy {
	return Policy{}
}

func WebSocketPolicies(accountSid string, channelSid string) []Policy { return nil }

func WorkerPolicies(workspaceSid string, workerSid string) []Policy { return nil }
