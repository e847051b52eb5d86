package main

import "context"

func (a asker) prompt(ctx context.Context) error { return nil }
