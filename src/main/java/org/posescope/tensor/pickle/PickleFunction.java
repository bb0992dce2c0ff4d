package org.posescope.tensor.pickle;

import java.util.List;

import org.posescope.tensor.MalformedDataException;

/**
 * The stand-in for a Python class or function that pickles may call: it makes a value of ours and does nothing else. An
 * object whose state follows later is a {@link Stateful}.
 */
@FunctionalInterface
public interface PickleFunction {
    /**
     * The value of a call.
     *
     * @param budget is charged for whatever the call copies: a pickle can repeat a call on the same large argument
     * @throws MalformedDataException when the arguments are not those that Python itself would have written
     */
    Object call(List<Object> arguments, PickleBudget budget) throws MalformedDataException;
}
