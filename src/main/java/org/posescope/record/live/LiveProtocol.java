package org.posescope.record.live;

import java.util.List;
import java.util.SortedMap;

import org.posescope.record.motion.MotionFrame;

/** How the people of a moment are told to another program. */
@FunctionalInterface
interface LiveProtocol {
    /**
     * The messages of a moment.
     *
     * @param seconds of the source
     * @param people  by identity, y up
     */
    List<OscMessage> messages(double seconds, SortedMap<Integer, MotionFrame> people);
}
