// Package jwt has the declarations of github.com/twilio/twilio-go@v1.31.0.
package jwt

// BaseGrant is implemented by the pointers to the grants.
type BaseGrant interface {
	Key() string
	ToPayload() map[string]interface{}
	ToString() string
}

type ChatGrant struct {
	ServiceSid        string `json:"service_sid"`
	EndpointID        string `json:"endpoint_id"`
	DeploymentRoleSid string `json:"deployment_role_sid"`
	PushCredentialSid string `json:"push_credential_sid"`
}

func (chatGrant *ChatGrant) Key() string { return "" }

func (chatGrant *ChatGrant) ToPayload() map[string]interface{} { return nil }

func (chatGrant *ChatGrant) ToString() string { return "" }

type IpMessagingGrant struct {
	ServiceSid        string `json:"service_sid"`
	EndpointID        string `json:"endpoint_id"`
	DeploymentRoleSid string `json:"deployment_role_sid"`
	PushCredentialSid string `json:"push_credential_sid"`
}

func (ipMessagingGrant *IpMessagingGrant) Key() string { return "" }

func (ipMessagingGrant *IpMessagingGrant) ToPayload() map[string]interface{} { return nil }

func (ipMessagingGrant *IpMessagingGrant) ToString() string { return "" }

type ConversationsGrant struct {
	ConfigurationProfileSid string `json:"configuration_profile_sid"`
}

func (conversationsGrant *ConversationsGrant) Key() string { return "" }

func (conversationsGrant *ConversationsGrant) ToPayload() map[string]interface{} { return nil }

func (conversationsGrant *ConversationsGrant) ToString() string { return "" }

type SyncGrant struct {
	ServiceSid string `json:"service_sid"`
	EndpointID string `json:"endpoint_id"`
}

func (syncGrant *SyncGrant) Key() string { return "" }

func (syncGrant *SyncGrant) ToPayload() map[string]interface{} { return nil }

func (syncGrant *SyncGrant) ToString() string { return "" }

type TaskRouterGrant struct {
	WorkspaceSid string `json:"workspace_sid"`
	WorkerSid    string `json:"worker_sid"`
	Role         string `json:"role"`
}

func (taskRouterGrant *TaskRouterGrant) Key() string { return "" }

func (taskRouterGrant *TaskRouterGrant) ToPayload() map[string]interface{} { return nil }

func (taskRouterGrant *TaskRouterGrant) ToString() string { return "" }

type VideoGrant struct {
	Room string `json:"room"`
}

func (videoGrant *VideoGrant) Key() string { return "" }

func (videoGrant *VideoGrant) ToPayload() map[string]interface{} { return nil }

func (videoGrant *VideoGrant) ToString() string { return "" }

type PlaybackGrant map[string]interface{}

func (playbackGrant *PlaybackGrant) Key() string { return "" }

func (playbackGrant *PlaybackGrant) ToPayload() map[string]interface{} { return nil }

func (playbackGrant *PlaybackGrant) ToString() string { return "" }
