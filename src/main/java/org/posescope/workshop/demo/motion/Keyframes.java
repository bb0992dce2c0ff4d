package org.posescope.workshop.demo.motion;

import java.util.ArrayList;
import java.util.List;

/** A number over time: it rests at a value, and goes smoothly to the next. Immutable. */
public final class Keyframes {
    private final double first;
    private final List<Move> moves;

    private record Move(double start, double end, double to) {}

    private Keyframes(double first, List<Move> moves) {
        this.first = first;
        this.moves = moves;
    }

    public static Keyframes at(double value) {
        return new Keyframes(value, List.of());
    }

    /** Then a move between two times, which must not begin before the last one has ended. */
    public Keyframes to(double value, double start, double end) {
        if (!(end > start) || (!moves.isEmpty() && start < moves.getLast().end)) {
            throw new IllegalArgumentException("a move from " + start + " to " + end);
        }
        List<Move> more = new ArrayList<>(moves);
        more.add(new Move(start, end, value));
        return new Keyframes(first, List.copyOf(more));
    }

    double value(double time) {
        double value = first;
        for (Move move : moves) {
            value += (move.to - value) * Ease.smooth((time - move.start) / (move.end - move.start));
        }
        return value;
    }
}
