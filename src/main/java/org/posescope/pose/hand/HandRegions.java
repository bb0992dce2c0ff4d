package org.posescope.pose.hand;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.frame.Region;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;
import org.posescope.pose.detail.FollowRule;
import org.posescope.pose.detail.SquareRegion;

/** Where hands are looked for. Regions are squares with the fingers up. */
public final class HandRegions {
    /** MediaPipe, {@code hand_tracking.pbtxt}. */
    public static final FollowRule FOLLOW = new FollowRule(40, 0.2f, 0.4f, -0.1f);

    private static final float LEAST_VISIBLE = 0.1f;
    private static final float AROUND_POSE = 2.7f;
    private static final float AROUND_PALM = 2;
    /** The network for the region leaves much room below the wrist and little above the fingertips. */
    private static final float TO_THE_FINGERS = -0.1f;
    private static final float RIGHT_ANGLE = (float) (Math.PI / 2);
    /** The points that move least while fingers bend: wrist, thumb without its tip, the two inner joints of each finger. */
    private static final int[] PALM = {0, 1, 2, 3, 5, 6, 9, 10, 13, 14, 17, 18};

    private HandRegions() {}

    /**
     * Around a hand of a pose (MediaPipe, {@code hand_landmarks_from_pose_to_recrop_roi.pbtxt}); empty where the wrist is not to be seen.
     *
     * @param pose {@link Skeletons#BLAZEPOSE33}
     * @param side {@code left_} or {@code right_}
     */
    public static Optional<Region> ofPose(Keypoints pose, String side) {
        Keypoint wrist = point(pose, side + "wrist");
        if (wrist.score() <= LEAST_VISIBLE) {
            return Optional.empty();
        }
        Keypoint index = point(pose, side + "index");
        Keypoint pinky = point(pose, side + "pinky");
        Keypoint middle = new Keypoint((2 * index.x() + pinky.x()) / 3, (2 * index.y() + pinky.y()) / 3, wrist.score());
        float size = 2 * (float) Math.hypot(middle.x() - wrist.x(), middle.y() - wrist.y());
        Region hand = new Region(middle.x(), middle.y(), size, size, fingersUp(wrist, middle));
        return Optional.of(SquareRegion.of(hand, AROUND_POSE, TO_THE_FINGERS));
    }

    /**
     * Of the two points that the network for regions gives (MediaPipe, {@code hand_recrop_by_roi_cpu.pbtxt}): the middle, and the lower
     * edge below it.
     */
    static Region ofRecrop(Keypoint middle, Keypoint edge) {
        float side = 2 * (float) Math.hypot(edge.x() - middle.x(), edge.y() - middle.y());
        Region hand = new Region(middle.x(), middle.y(), side, side, fingersUp(edge, middle));
        return SquareRegion.of(hand, 1, TO_THE_FINGERS);
    }

    /**
     * Where to look for a hand in the next frame (MediaPipe, {@code hand_landmarks_to_roi.pbtxt}).
     *
     * @param hand {@link Skeletons#HAND21}
     */
    static Region ofLandmarks(Keypoints hand) {
        List<Keypoint> palm = IntStream.of(PALM).mapToObj(hand.points()::get).toList();
        Keypoint knuckles = between(between(point(hand, "index_finger_mcp"), point(hand, "ring_finger_mcp")),
                point(hand, "middle_finger_mcp"));
        float rotation = fingersUp(point(hand, "wrist"), knuckles);
        Box upright = Box.around(palm);
        Region frame = new Region(upright.centerX(), upright.centerY(), 1, 1, rotation);
        Box turned = Box.around(palm.stream().map(each -> within(frame, each)).toList());
        Region tight = new Region(frame.frameX(turned.centerX() + 0.5f, turned.centerY() + 0.5f),
                frame.frameY(turned.centerX() + 0.5f, turned.centerY() + 0.5f), turned.width(), turned.height(),
                rotation);
        return SquareRegion.of(tight, AROUND_PALM, TO_THE_FINGERS);
    }

    /** A point in the axes of a region, from its middle. */
    private static Keypoint within(Region region, Keypoint point) {
        double dx = point.x() - region.centerX();
        double dy = point.y() - region.centerY();
        double cos = Math.cos(region.rotation());
        double sin = Math.sin(region.rotation());
        return new Keypoint((float) (dx * cos + dy * sin), (float) (dy * cos - dx * sin), point.score());
    }

    /** The turn of a region in which one point is straight above another. */
    private static float fingersUp(Keypoint below, Keypoint above) {
        return SquareRegion.turnOf(below, above) + RIGHT_ANGLE;
    }

    private static Keypoint between(Keypoint a, Keypoint b) {
        return new Keypoint((a.x() + b.x()) / 2, (a.y() + b.y()) / 2, a.score());
    }

    private static Keypoint point(Keypoints points, String name) {
        return points.points().get(points.skeleton().index(name));
    }
}
