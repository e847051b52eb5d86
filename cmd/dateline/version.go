package main

import (
	"context"
	"flag"
	"fmt"
	"runtime/debug"

	"dateline/cmd/dateline/notices"
)

func versionCommand(flags *flag.FlagSet) action {
	licences := flags.Bool("licences", false, "print what the parts of the program ask to be said of them")
	return func(_ context.Context, p program, _ []string) error {
		if *licences {
			_, err := fmt.Fprint(p.stdout, notices.Text())
			return err
		}
		version := "unknown"
		if info, ok := debug.ReadBuildInfo(); ok {
			version = info.Main.Version + " " + info.GoVersion
		}
		_, err := fmt.Fprintln(p.stdout, "dateline", version)
		return err
	}
}
