// Package noimports imports nothing where the object is used.
package noimports

func (c capability) sign() (string, error) {
	o := newObject(c.sid, c.secret)
	o.AllowClientIncoming(c.user)
	return o.GenerateToken(hour)
}
