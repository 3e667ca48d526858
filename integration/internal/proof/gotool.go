package proof

import (
	"context"
	"os"
	"os/exec"
	"slices"
)

// command returns a command to be run in a folder, whose use of the go command does not depend on the folder: what has
// been compiled in one copy of a module need not be compiled in the next.
func command(ctx context.Context, dir, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.Env = slices.Concat(os.Environ(), []string{"GO111MODULE=on", "GOWORK=off", "GOFLAGS=-trimpath"})
	return cmd
}
