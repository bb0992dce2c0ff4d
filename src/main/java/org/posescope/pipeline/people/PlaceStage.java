package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;

import org.posescope.body.lift.Lifter;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.people.camera.FrameCameras;
import org.posescope.plan.Plan;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.TranslationSolver;
import org.posescope.track.Smoother;
import org.posescope.track.SmoothingSettings;

/** Puts people whose place in space is not known yet there, and smooths everybody's motion. Frames come in order. */
final class PlaceStage implements Stage {
    private final Plan plan;
    private final SpaceJoints space;
    private final FrameCameras cameras;
    private Optional<Smoother> smoother = Optional.empty();
    private long scene = -1;

    PlaceStage(Plan plan, Lifter lifter) {
        this.plan = plan;
        this.space = new SpaceJoints(lifter);
        this.cameras = new FrameCameras(plan.place());
    }

    @Override
    public void process(Job job) {
        if (job.scene() != scene) {
            scene = job.scene();
            smoother = plan.following().smooths()
                    ? Optional.of(new Smoother(SmoothingSettings.defaults()))
                    : Optional.empty();
        }
        Camera camera = cameras.of(job);
        List<Person> placed = job.people().stream()
                .map(person -> place(person, camera, job.frame().width(), job.frame().height())).toList();
        boolean moving = !job.source().kind().still();
        job.people(smoother.filter(any -> moving).map(each -> smooth(job, each, placed)).orElse(placed));
    }

    private static List<Person> smooth(Job job, Smoother smoother, List<Person> people) {
        long start = System.nanoTime();
        List<Person> smoothed = smoother.smooth(people, job.frame().ptsMicros());
        job.took("smooth", System.nanoTime() - start);
        return smoothed;
    }

    private Person place(Person person, Camera camera, int width, int height) {
        if (person.translation().isPresent()) {
            return person;
        }
        Optional<Joints3d> joints = person.joints3d().isPresent()
                ? person.joints3d().filter(each -> person.keypoints(each.skeleton()).isPresent())
                        .map(each -> joined(person.keypoints(each.skeleton()).orElseThrow(), each, camera, width,
                                height))
                : space.lifted(person.ownKeypoints(), camera, width, height);
        return joints.map(each -> new Person(person.id(), person.score(), person.box(), person.keypoints(), joints,
                TranslationSolver.solve(each, person.keypoints(each.skeleton()).orElseThrow(), camera), person.body(),
                person.details())).orElse(person);
    }

    private Joints3d joined(Keypoints seen, Joints3d network, Camera camera, int width, int height) {
        return space.joined(seen, LineOfSight.toMiddle(seen, camera).turn(network), camera, width, height);
    }

    @Override
    public void close() {}

    /**
     * The direction in which a camera sees a person. A network that looks at a crop cannot know where in the picture the crop was: it
     * gives joints as if the camera looked straight at the person (Li et al. 2022, "CLIFF", section 3). Turning them by the angle
     * between the optical axis and the line of sight puts them into the camera frame.
     */
    static final class LineOfSight {
        private final Rotation rotation;

        private LineOfSight(Rotation rotation) {
            this.rotation = rotation;
        }

        /** The line through the middle of the hips, or of all points where there are no hips. */
        static LineOfSight toMiddle(Keypoints keypoints, Camera camera) {
            double x = 0;
            double y = 0;
            int count = 0;
            boolean hips = keypoints.skeleton().names().contains("left_hip");
            for (int i = 0; i < keypoints.points().size(); i++) {
                if (!hips || keypoints.skeleton().names().get(i).endsWith("_hip")) {
                    Keypoint point = keypoints.points().get(i);
                    x += point.x();
                    y += point.y();
                    count++;
                }
            }
            Vec3 ray = new Vec3((x / count - camera.centerX()) / camera.focal(),
                    (y / count - camera.centerY()) / camera.focal(), 1);
            return new LineOfSight(Rotation.between(Vec3.Z, ray));
        }

        /** From the frame of a camera that looks along the line into the camera frame. */
        Joints3d turn(Joints3d joints) {
            return new Joints3d(joints.skeleton(), joints.joints().stream().map(this::turn).toList());
        }

        private Joint turn(Joint joint) {
            Vec3 turned = rotation.apply(new Vec3(joint.x(), joint.y(), joint.z()));
            return new Joint((float) turned.x(), (float) turned.y(), (float) turned.z(), joint.score());
        }
    }
}
