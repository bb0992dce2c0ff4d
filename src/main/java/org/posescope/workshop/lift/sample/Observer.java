package org.posescope.workshop.lift.sample;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.posescope.body.fit.PosedLandmarks;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelFile;
import org.posescope.pose.Alignment;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.blazepose.BlazePose;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.workshop.lift.picture.Photo;

/**
 * Looks at photos as the pipeline looks at frames: at a region that is near the body, and again where the body turned out to be. Owns the
 * network until it is closed. Used by one thread.
 */
final class Observer implements AutoCloseable {
    private static final int POINTS = Skeletons.BLAZEPOSE33.size();
    private static final float SURE = 0.5f;
    /** Landmarks that lie on average so far from the truth, in sizes of the body, are of something else. */
    private static final double SOMETHING_ELSE = 0.25;

    private final BlazePose network;
    private final PosedLandmarks places;

    Observer(ModelFile file, PosedLandmarks places) {
        this.places = places;
        Session session = Sessions.open(file, new SessionOptions(1, SessionOptions.CPU,
                BlazePose.unreadOutputs(file.card())));
        network = new BlazePose(session, file.card().input());
    }

    /** What the network says of the person; empty where it sees nobody, or something else. */
    Optional<Sample> look(Photo photo, int subject, RandomGenerator random) {
        float[] points = places.points(photo.body());
        PoseObservation seen = look(photo, rough(photo, random));
        if (random.nextInt(0, 2) > 0 && seen.person().score() >= SURE) {
            seen = look(photo, seen.nextRegion());
        }
        if (seen.person().score() < SURE || strays(seen.person(), points, photo.camera())) {
            return Optional.empty();
        }
        return Optional.of(sample(photo, seen.person(), points, subject));
    }

    private PoseObservation look(Photo photo, Region region) {
        return network.estimate(photo.frame(), region, StepListener.NONE);
    }

    /** Around the middle of the hips, as a detector gives it. */
    private static Region rough(Photo photo, RandomGenerator random) {
        float[] joints = photo.joints();
        Keypoint hips = project(joints, 0, photo.camera());
        Keypoint neck = project(joints, Skeletons.SMPL24.index("neck"), photo.camera());
        double reach = 0;
        for (int joint = 0; joint < Skeletons.SMPL24.size(); joint++) {
            Keypoint point = project(joints, joint, photo.camera());
            reach = Math.max(reach, Math.hypot(point.x() - hips.x(), point.y() - hips.y()));
        }
        double angle = Math.atan2(neck.x() - hips.x(), hips.y() - neck.y()) + random.nextGaussian(0, 0.1);
        double radius = 1.1 * reach * Math.exp(random.nextGaussian(0, 0.1));
        double x = hips.x() + random.nextGaussian(0, 0.06) * reach;
        double y = hips.y() + random.nextGaussian(0, 0.06) * reach;
        return Alignment.region((float) x, (float) y, (float) (x + radius * Math.sin(angle)),
                (float) (y - radius * Math.cos(angle)));
    }

    private static Keypoint project(float[] xyz, int index, Camera camera) {
        double z = Math.max(0.1, xyz[3 * index + 2]);
        return new Keypoint((float) (camera.centerX() + camera.focal() * xyz[3 * index] / z),
                (float) (camera.centerY() + camera.focal() * xyz[3 * index + 1] / z), 1);
    }

    private boolean strays(Person person, float[] points, Camera camera) {
        List<Keypoint> seen = person.keypoints().getFirst().points();
        List<Integer> landmarks = places.landmarks();
        double sum = 0;
        float left = Float.POSITIVE_INFINITY;
        float right = Float.NEGATIVE_INFINITY;
        float top = Float.POSITIVE_INFINITY;
        float bottom = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < landmarks.size(); k++) {
            Keypoint truth = project(points, k, camera);
            Keypoint own = seen.get(landmarks.get(k));
            sum += Math.hypot(truth.x() - own.x(), truth.y() - own.y());
            left = Math.min(left, truth.x());
            right = Math.max(right, truth.x());
            top = Math.min(top, truth.y());
            bottom = Math.max(bottom, truth.y());
        }
        return sum / landmarks.size() > SOMETHING_ELSE * Math.max(right - left, bottom - top);
    }

    private Sample sample(Photo photo, Person person, float[] points, int subject) {
        Camera camera = photo.camera();
        List<Keypoint> keypoints = person.keypoints().getFirst().points();
        float[] landmarks = new float[3 * POINTS];
        float[] inside = new float[POINTS];
        for (int i = 0; i < POINTS; i++) {
            Keypoint point = keypoints.get(i);
            landmarks[3 * i] = slope(point.x(), camera.centerX(), camera);
            landmarks[3 * i + 1] = slope(point.y(), camera.centerY(), camera);
            landmarks[3 * i + 2] = point.score();
            boolean seen = point.x() >= 0 && point.y() >= 0 && point.x() < photo.frame().width()
                    && point.y() < photo.frame().height();
            inside[i] = seen ? 1 : 0;
        }
        return new Sample(landmarks, inside, photo.joints(), points, subject);
    }

    private static float slope(double pixel, double center, Camera camera) {
        return (float) ((pixel - center) / camera.focal());
    }

    @Override
    public void close() {
        network.close();
    }
}
