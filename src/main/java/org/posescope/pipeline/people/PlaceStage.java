package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
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
    private Optional<Smoother> smoother = Optional.empty();
    private long scene = -1;

    PlaceStage(Plan plan) {
        this.plan = plan;
    }

    @Override
    public void process(Job job) {
        if (job.scene() != scene) {
            scene = job.scene();
            smoother = plan.following().smooths()
                    ? Optional.of(new Smoother(SmoothingSettings.defaults()))
                    : Optional.empty();
        }
        Frame frame = job.frame();
        Camera camera = plan.place().lens().camera(frame.width(), frame.height());
        List<Person> placed = job.people().stream().map(person -> place(person, camera)).toList();
        boolean moving = !job.source().kind().still();
        job.people(smoother.filter(any -> moving).map(each -> smooth(job, each, placed)).orElse(placed));
    }

    private static List<Person> smooth(Job job, Smoother smoother, List<Person> people) {
        long start = System.nanoTime();
        List<Person> smoothed = smoother.smooth(people, job.frame().ptsMicros());
        job.took("smooth", System.nanoTime() - start);
        return smoothed;
    }

    private static Person place(Person person, Camera camera) {
        Optional<Joints3d> joints = person.joints3d();
        Optional<Keypoints> seen = joints.flatMap(each -> person.keypoints().stream()
                .filter(keypoints -> keypoints.skeleton().equals(each.skeleton())).findFirst());
        if (seen.isEmpty() || person.translation().isPresent()) {
            return person;
        }
        Joints3d turned = LineOfSight.toMiddle(seen.get(), camera).turn(joints.get());
        return new Person(person.id(), person.score(), person.box(), person.keypoints(), Optional.of(turned),
                TranslationSolver.solve(turned, seen.get(), camera), person.body());
    }

    @Override
    public void close() {}
}
