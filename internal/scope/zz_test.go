package scope_test
import ("testing";"github.com/captoken/captoken/internal/scope")
func TestZ(t *testing.T){
 a:=scope.Parse(alt(lit(incoming+"a"), nil)); b:=scope.ParseString(incoming+"a")
 t.Log(show(scope.Unite(b,a)))
 t.Log(show(scope.Parse(alt(lit(incoming+"a"), alt(lit(incoming+"a"),nil)))))
 t.Log(show(scope.Parse(alt(lit(incoming+"a"), seq(alt(lit(incoming+"a "),nil), lit(outgoing+"A"))))))
 t.Log(show(scope.Parse(seq(lit(incoming+"x"),lit("%2"),lit("0")))))
 t.Log(show(scope.Parse(seq(lit("foo"),hole("h")))))
 t.Log(show(scope.Parse(seq(lit(incoming),hole("h"), lit(" "+incoming),hole("h")))))
 t.Log(show(scope.Parse(seq(lit("scope:client:"), hole("h"), lit("?clientName=a openid")))))
 // correlated: same Source twice
 w:=namedAlt("way", lit("incoming"), lit("outgoing"))
 t.Log(show(scope.Parse(seq(lit("scope:client:"),w,lit("?clientName=a scope:client:"),w, lit("?clientName=b")))))
 // escaped whole head
 t.Log(show(scope.Parse(seq(lit(incoming), namedAlt("who", lit("a%20b"), hole("n"))))))
 t.Log(show(scope.Parse(seq(lit(incoming), group("who", lit("a+b"))))))
 t.Log(show(scope.Parse(seq(lit(outgoing+"A&appParams="), query("m")))))
 t.Log(show(scope.Parse(seq(lit(outgoing+"A&appParams="), hole("m")))))
 t.Log(show(scope.Parse(seq(lit(outgoing+"A&appParams="), hole("m").Escape().Escape()))))
 t.Log(show(scope.Parse(seq(lit(outgoing+"A&appParams=k"), hole("m").Escape().Escape()))))
 t.Log(show(scope.Parse(seq(lit("scope:client:incoming?"), namedAlt("k", lit("clientName"), lit("colour")), lit("=a")))))
}
