package org.posescope.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.posescope.error.UserException;

/**
 * The people of many frames.
 *
 * @param frames in the order of the file
 * @param named  whether the file says which frame of which motion each is; if not, the order does
 */
public record PoseSet(List<PoseFrame> frames, boolean named) {
    public PoseSet {
        frames = List.copyOf(frames);
    }

    /** A frame of two sets. */
    public record Pair(PoseFrame truth, PoseFrame other) {}

    /**
     * The frames that both sets have, by their names, or in their order when one has no names.
     *
     * @throws UserException when no frame is in both, or there are no names and not as many frames
     */
    public List<Pair> with(PoseSet other) {
        List<Pair> pairs = new ArrayList<>();
        if (named && other.named) {
            Map<FrameId, PoseFrame> others = other.frames.stream()
                    .collect(Collectors.toMap(PoseFrame::id, Function.identity(), (first, again) -> first));
            frames.stream().filter(frame -> others.containsKey(frame.id()))
                    .forEach(frame -> pairs.add(new Pair(frame, others.get(frame.id()))));
        } else if (frames.size() == other.frames.size()) {
            for (int i = 0; i < frames.size(); i++) {
                pairs.add(new Pair(frames.get(i), other.frames.get(i)));
            }
        } else {
            throw new UserException(
                    String.format(Locale.ROOT, "the predictions have %d frames without names, but the truth has %d",
                            other.frames.size(), frames.size()));
        }
        if (pairs.isEmpty()) {
            throw new UserException("the predictions have no frame in common with the truth");
        }
        return pairs;
    }
}
