package org.posescope.tensor.pickle;

import java.util.List;

import org.posescope.tensor.MalformedDataException;

/** The instructions that make and fill tuples, lists, dicts and sets. */
final class PickleContainers {
    private static final int CONTAINER_BYTES = 96;

    private final PickleStack stack;
    private final PickleBudget budget;

    PickleContainers(PickleStack stack, PickleBudget budget) {
        this.stack = stack;
        this.budget = budget;
    }

    void pushTuple(List<Object> items) throws MalformedDataException {
        budget.spend(CONTAINER_BYTES);
        stack.push(new PickleTuple(items));
    }

    void pushList(List<Object> items) throws MalformedDataException {
        budget.spend(CONTAINER_BYTES);
        stack.push(new PickleList(items));
    }

    void pushDict(List<Object> keysAndValues) throws MalformedDataException {
        budget.spend(CONTAINER_BYTES);
        stack.push(new PickleDict());
        setItems(keysAndValues);
    }

    void pushSet(List<Object> items) throws MalformedDataException {
        budget.spend(CONTAINER_BYTES);
        stack.push(new PickleSet());
        addItems(items);
    }

    void append(List<Object> items) throws MalformedDataException {
        if (!(stack.peek() instanceof PickleList list)) {
            throw new MalformedDataException("its pickle appends to what is no list");
        }
        list.addAll(items);
    }

    void setItems(List<Object> keysAndValues) throws MalformedDataException {
        if (!(stack.peek() instanceof PickleDict dict) || keysAndValues.size() % 2 != 0) {
            throw new MalformedDataException("its pickle sets entries of what is no dictionary");
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            dict.put(keysAndValues.get(i), keysAndValues.get(i + 1), budget);
        }
    }

    void addItems(List<Object> items) throws MalformedDataException {
        if (!(stack.peek() instanceof PickleSet set)) {
            throw new MalformedDataException("its pickle adds to what is no set");
        }
        set.addAll(items, budget);
    }
}
