// Command golangci is golangci-lint with the plugin, as "golangci-lint custom" would build it: from modules, and without
// fetching the repository of golangci-lint. It has a module of its own, because that needs hundreds of others.
package main

import (
	"fmt"
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/captoken/captoken/analyzer/golangci"
)

func main() {
	// Without a version, the cache of golangci-lint knows this program by its content.
	err := commands.Execute(commands.BuildInfo{GoVersion: "go1.26", Commit: "unknown", Date: "unknown"})
	if err != nil {
		fmt.Fprintln(os.Stderr, "The command is terminated due to an error:", err)
		os.Exit(exitcodes.Failure)
	}
}
