package org.posescope.infer;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.posescope.error.UserException;

/**
 * Where networks compute.
 *
 * @param cuda number of the graphics card; empty for the processor
 */
record ComputeDevice(OptionalInt cuda) {
    private static final Pattern CUDA = Pattern.compile("cuda(?::([0-9]{1,3}))?");

    /**
     * The device with a name: {@code cpu}, {@code cuda} for the first graphics card, or {@code cuda:N}.
     *
     * @throws UserException when no device has such a name
     */
    static ComputeDevice parse(String name) {
        if (name.equals(SessionOptions.CPU)) {
            return new ComputeDevice(OptionalInt.empty());
        }
        Matcher match = CUDA.matcher(name);
        if (!match.matches()) {
            throw new UserException("no device is named '" + name + "'; there are cpu, cuda and cuda:N");
        }
        return new ComputeDevice(OptionalInt.of(match.group(1) == null ? 0 : Integer.parseInt(match.group(1))));
    }
}
