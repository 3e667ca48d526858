module github.com/captoken/captoken/integration

go 1.25.0

require (
	github.com/captoken/captoken v0.0.0
	go.yaml.in/yaml/v3 v3.0.5
	golang.org/x/mod v0.39.0
	golang.org/x/tools v0.49.0
)

require golang.org/x/sync v0.22.0 // indirect

replace github.com/captoken/captoken => ../
