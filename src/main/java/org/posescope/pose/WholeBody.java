package org.posescope.pose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The 133 points of COCO-WholeBody (Jin et al. 2020) in its order: the 17 of COCO, three of each foot, 68 of the face, 21 of each hand.
 * Points of the face have the numbers of iBUG-68; those in pairs are named by the number of the one on the right of the person, so that
 * each has a twin of its own name. The bones are mmpose's, which joins no points of the face.
 */
final class WholeBody {
    private static final int FACE_POINTS = 68;
    private static final int FINGER_JOINTS = 4;
    private static final List<String> FINGERS = List.of("thumb", "forefinger", "middle_finger", "ring_finger",
            "pinky_finger");
    /** Runs of points that a mirror exchanges: first, last, and the sum of each number and its twin's. */
    private static final int[][] TWINS = {{0, 16, 16}, {17, 26, 43}, {27, 30, 0}, {31, 35, 66}, {36, 39, 81},
        {40, 41, 87}, {42, 45, 81}, {46, 47, 87}, {48, 54, 102}, {55, 59, 114}, {60, 64, 124}, {65, 67, 132}};
    private static final List<Integer> RIGHT = List.of(0, 1, 2, 3, 4, 5, 6, 7, 17, 18, 19, 20, 21, 31, 32, 36, 37, 38,
            39, 40, 41, 48, 49, 50, 58, 59, 60, 61, 67);

    private WholeBody() {}

    static Skeleton skeleton(Skeleton coco) {
        List<String> names = new ArrayList<>(coco.names());
        sides().forEach(side -> Stream.of("big_toe", "small_toe", "heel").forEach(part -> names.add(side + part)));
        for (int point = 0; point < FACE_POINTS; point++) {
            names.add(faceName(point));
        }
        sides().forEach(side -> {
            names.add(side + "hand_root");
            FINGERS.forEach(finger -> fingerJoints(side, finger).forEach(names::add));
        });
        return new Skeleton("coco-wholebody133", names, bones(coco, names));
    }

    private static Stream<String> sides() {
        return Stream.of("left_", "right_");
    }

    private static Stream<String> fingerJoints(String side, String finger) {
        return Stream.iterate(1, joint -> joint + 1).limit(FINGER_JOINTS).map(joint -> side + finger + joint);
    }

    private static String faceName(int point) {
        int twin = twin(point);
        if (twin == point) {
            return "face_" + point;
        }
        return RIGHT.contains(point) ? "right_face_" + point : "left_face_" + twin;
    }

    /** The point of the face that a mirror makes of one. */
    private static int twin(int point) {
        for (int[] run : TWINS) {
            if (run[0] <= point && point <= run[1]) {
                return run[2] == 0 ? point : run[2] - point;
            }
        }
        throw new IllegalArgumentException("a face has no point " + point);
    }

    private static List<Bone> bones(Skeleton coco, List<String> names) {
        List<Bone> bones = new ArrayList<>(coco.bones());
        sides().forEach(side -> {
            Stream.of("big_toe", "small_toe", "heel").forEach(
                    part -> bones.add(new Bone(names.indexOf(side + "ankle"), names.indexOf(side + part))));
            FINGERS.forEach(finger -> {
                int from = names.indexOf(side + "wrist");
                for (String joint : fingerJoints(side, finger).toList()) {
                    bones.add(new Bone(from, names.indexOf(joint)));
                    from = names.indexOf(joint);
                }
            });
        });
        return bones;
    }
}
