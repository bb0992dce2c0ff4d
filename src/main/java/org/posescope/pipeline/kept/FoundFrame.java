package org.posescope.pipeline.kept;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.posescope.pose.Person;

/**
 * A frame of a clip and who was found in it, unpacked when somebody asks.
 *
 * @param positionMicros place of the frame in one pass of the clip
 * @param finding        the same object as long as what was found in the frame is the same
 * @param people         as they were found, by the identities that they had then
 * @param identity       who somebody of them is by now; empty for those who are hidden, deleted, or have no identity
 */
public record FoundFrame(long positionMicros, Object finding, Supplier<List<Person>> people,
        IntFunction<OptionalInt> identity) {}
