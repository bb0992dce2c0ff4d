package org.posescope.tensor.pickle;

import java.util.ArrayList;
import java.util.List;

import org.posescope.tensor.MalformedDataException;

/** The values of a pickle machine, with marks between them that an ordinary pop cannot pass. */
final class PickleStack {
    /** Heap of a small value, its place here and its later place in a list, at least. */
    private static final int VALUE_BYTES = 32;

    private final PickleBudget budget;
    private final List<Object> values = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();

    PickleStack(PickleBudget budget) {
        this.budget = budget;
    }

    void push(Object value) throws MalformedDataException {
        budget.spend(VALUE_BYTES);
        values.add(value);
    }

    void mark() throws MalformedDataException {
        budget.spend(VALUE_BYTES);
        marks.add(values.size());
    }

    Object pop() throws MalformedDataException {
        peek();
        return values.removeLast();
    }

    Object peek() throws MalformedDataException {
        if (values.size() <= floor()) {
            throw new MalformedDataException("its pickle takes a value where there is none");
        }
        return values.getLast();
    }

    /** Takes everything above the last mark, lowest first, and the mark. */
    List<Object> popMark() throws MalformedDataException {
        if (marks.isEmpty()) {
            throw new MalformedDataException("its pickle takes a mark where there is none");
        }
        List<Object> above = values.subList(marks.removeLast(), values.size());
        List<Object> items = new ArrayList<>(above);
        above.clear();
        return items;
    }

    /** Takes the last value, or the last mark when nothing lies above it. */
    void popValueOrMark() throws MalformedDataException {
        if (values.size() > floor()) {
            values.removeLast();
        } else {
            popMark();
        }
    }

    private int floor() {
        return marks.isEmpty() ? 0 : marks.getLast();
    }
}
