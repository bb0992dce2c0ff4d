package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;

import org.posescope.body.lift.Lifter;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.people.camera.FrameCameras;
import org.posescope.pipeline.people.camera.LineOfSight;
import org.posescope.plan.Plan;
import org.posescope.pose.Camera;
import org.posescope.pose.Joints3d;
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
}
