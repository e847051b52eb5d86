package main

import (
	"context"
	"flag"
	"fmt"
	"runtime/debug"
)

func versionCommand(*flag.FlagSet) action {
	return func(_ context.Context, p program, _ []string) error {
		version := "unknown"
		if info, ok := debug.ReadBuildInfo(); ok {
			version = info.Main.Version + " " + info.GoVersion
		}
		_, err := fmt.Fprintln(p.stdout, "dateline", version)
		return err
	}
}
