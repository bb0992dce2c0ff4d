package org.posescope.pose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which points of MediaPipe's face mesh lie on the outlines of a face and its parts (the contours of its published topology). */
final class FaceOutlines {
    private static final String OVAL = "10 338 297 332 284 251 389 356 454 323 361 288 397 365 379 378 400 377 152 148 176 "
            + "149 150 136 172 58 132 93 234 127 162 21 54 103 67 109";
    private static final String OUTER_LIPS = "61 146 91 181 84 17 314 405 321 375 291 409 270 269 267 0 37 39 40 185";
    private static final String INNER_LIPS = "78 95 88 178 87 14 317 402 318 324 308 415 310 311 312 13 82 81 80 191";
    private static final String LEFT_EYE = "263 249 390 373 374 380 381 382 362 398 384 385 386 387 388 466";
    private static final String RIGHT_EYE = "33 7 163 144 145 153 154 155 133 173 157 158 159 160 161 246";
    private static final List<String> CLOSED = List.of(OVAL, OUTER_LIPS, INNER_LIPS, LEFT_EYE, RIGHT_EYE);

    private static final String NOSE_BRIDGE = "168 6 197 195 5 4";
    private static final List<String> OPEN = List.of("300 293 334 296 336", "276 283 282 295 285", "70 63 105 66 107",
            "46 53 52 65 55", NOSE_BRIDGE);

    private static final List<String> IRISES = List.of("469 470 471 472", "474 475 476 477");

    private FaceOutlines() {}

    static List<Bone> bones() {
        List<Bone> bones = new ArrayList<>();
        for (String line : OPEN) {
            addLine(points(line), bones);
        }
        CLOSED.forEach(ring -> addRing(ring, bones));
        return bones;
    }

    /** The edges of the irises, which have points of their own behind those of the face. */
    static List<Bone> irises() {
        List<Bone> bones = new ArrayList<>();
        IRISES.forEach(ring -> addRing(ring, bones));
        return bones;
    }

    private static void addRing(String ring, List<Bone> bones) {
        List<Integer> points = points(ring);
        addLine(points, bones);
        bones.add(new Bone(points.getLast(), points.getFirst()));
    }

    private static void addLine(List<Integer> points, List<Bone> bones) {
        for (int i = 1; i < points.size(); i++) {
            bones.add(new Bone(points.get(i - 1), points.get(i)));
        }
    }

    private static List<Integer> points(String numbers) {
        return Arrays.stream(numbers.split(" ")).map(Integer::valueOf).toList();
    }
}
