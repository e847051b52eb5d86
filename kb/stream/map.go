package stream

import "iter"

// Map calls f for each value of in, up to workers at once, and yields the
// results in the order of in, each as soon as it and those before it are
// there. in runs in a goroutine of its own, at most about two values a worker
// ahead. Where the receiver stops early, Map returns at once; in is stopped at
// its next value.
func Map[A, B any](in iter.Seq[A], workers int, f func(A) B) iter.Seq[B] {
	return func(yield func(B) bool) {
		stop := make(chan struct{})
		defer close(stop)
		jobs := make(chan job[A, B])
		order := make(chan chan B, workers)
		for range workers {
			go work(jobs, f)
		}
		go feed(in, jobs, order, stop)
		for result := range order {
			if !yield(<-result) {
				return
			}
		}
	}
}

type job[A, B any] struct {
	value  A
	result chan B
}

func work[A, B any](jobs <-chan job[A, B], f func(A) B) {
	for j := range jobs {
		j.result <- f(j.value)
	}
}

// feed hands the values of in to the workers and their results, in the same
// order, to the receiver.
func feed[A, B any](in iter.Seq[A], jobs chan<- job[A, B], order chan<- chan B, stop <-chan struct{}) {
	defer close(order)
	defer close(jobs)
	for value := range in {
		j := job[A, B]{value, make(chan B, 1)}
		select {
		case order <- j.result:
		case <-stop:
			return
		}
		select {
		case jobs <- j:
		case <-stop:
			return
		}
	}
}
