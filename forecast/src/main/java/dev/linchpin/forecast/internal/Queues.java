package dev.linchpin.forecast.internal;

import java.util.Arrays;

/// What waits for each person: a binary heap of numbers per person, smallest first.
final class Queues {
  private final int[][] heaps;
  private final int[] sizes;

  Queues(int people) {
    this.heaps = new int[people][8];
    this.sizes = new int[people];
  }

  void clear() {
    Arrays.fill(sizes, 0);
  }

  boolean isEmpty(int person) {
    return sizes[person] == 0;
  }

  int first(int person) {
    return heaps[person][0];
  }

  void push(int person, int value) {
    int[] heap = heaps[person];
    int at = sizes[person]++;
    if (at == heap.length) {
      heap = Arrays.copyOf(heap, 2 * at);
      heaps[person] = heap;
    }
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (heap[parent] <= value) {
        break;
      }
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = value;
  }

  int pop(int person) {
    int[] heap = heaps[person];
    int top = heap[0];
    int size = --sizes[person];
    int value = heap[size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= value) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = value;
    return top;
  }
}
