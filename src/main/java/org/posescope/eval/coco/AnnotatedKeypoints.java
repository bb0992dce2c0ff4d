package org.posescope.eval.coco;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.posescope.pose.Skeletons;

/** The 17 points of somebody as COCO's files write them: x, y and flag of each, one after the other. */
final class AnnotatedKeypoints {
    private static final int NUMBERS = 3;

    private AnnotatedKeypoints() {}

    /** The points; empty when there are not 17 times 3 numbers. */
    static Optional<List<CocoPoint>> of(List<Double> numbers) {
        int points = Skeletons.COCO17.size();
        return numbers.size() != NUMBERS * points || numbers.contains(null)
                ? Optional.empty()
                : Optional.of(IntStream.range(0, points).map(i -> NUMBERS * i)
                        .mapToObj(i -> new CocoPoint(numbers.get(i), numbers.get(i + 1), numbers.get(i + 2))).toList());
    }

    static List<Double> numbers(List<CocoPoint> points) {
        return points.stream().flatMap(point -> Stream.of(point.x(), point.y(), point.flag())).toList();
    }
}
