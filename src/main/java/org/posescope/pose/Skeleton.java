package org.posescope.pose;

import java.util.List;

/**
 * Names of the points that a model gives, and which of them are joined.
 *
 * @param id     as written in files, for example {@code coco17}
 * @param names  one a point; those that start with {@code left_} have a {@code right_} twin
 * @param bones  lines to draw
 */
public record Skeleton(String id, List<String> names, List<Bone> bones) {
    public Skeleton {
        names = List.copyOf(names);
        bones = List.copyOf(bones);
    }

    /** Which side of the body a point or bone is on, as the person sees it. */
    public enum Side {
        LEFT, RIGHT, MIDDLE
    }

    /** The same points under another id. */
    public Skeleton withId(String newId) {
        return new Skeleton(newId, names, bones);
    }

    public int size() {
        return names.size();
    }

    /**
     * Position of a point.
     *
     * @throws IllegalArgumentException when the skeleton has no point of that name
     */
    public int index(String name) {
        int position = names.indexOf(name);
        if (position < 0) {
            throw new IllegalArgumentException(id + " has no point named " + name);
        }
        return position;
    }

    public Side side(int point) {
        String name = names.get(point);
        if (name.startsWith("left_")) {
            return Side.LEFT;
        }
        return name.startsWith("right_") ? Side.RIGHT : Side.MIDDLE;
    }

    public Side side(Bone bone) {
        Side from = side(bone.from());
        return from == side(bone.to()) ? from : Side.MIDDLE;
    }

    /** Position of the point on the other side of the body, or of the point itself when it is in the middle. */
    public int mirror(int point) {
        String name = names.get(point);
        return switch (side(point)) {
            case LEFT -> index("right_" + name.substring("left_".length()));
            case RIGHT -> index("left_" + name.substring("right_".length()));
            case MIDDLE -> point;
        };
    }

    void requireSize(int points) {
        if (points != size()) {
            throw new IllegalArgumentException(id + " has " + size() + " points, not " + points);
        }
    }
}
