package noimports

type capability struct {
	sid, secret, user string
}
