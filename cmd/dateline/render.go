package main

import "fmt"

func (p program) writeText(x exchange) error {
	_, err := fmt.Fprintln(p.stdout, x.answer.Text, x.answer.Message)
	return err
}
