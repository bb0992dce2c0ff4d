package org.posescope.pipeline.people;

import java.util.List;

import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pose.Camera;
import org.posescope.pose.Lens;
import org.posescope.pose.Person;
import org.posescope.pose.bottomup.BottomUpPose;

/** Finds everybody in a frame in one look, without knowing what was in the frames before. */
final class WholeFrameStage implements Stage {
    private final Lens lens;
    private final float minPresence;
    private final PerMode<BottomUpPose> networks;

    WholeFrameStage(Lens lens, float minPresence, PerMode<BottomUpPose> networks) {
        this.lens = lens;
        this.minPresence = minPresence;
        this.networks = networks;
    }

    @Override
    public void process(Job job) {
        Camera camera = lens.camera(job.frame().width(), job.frame().height());
        List<Person> people = networks.get(job.mode()).estimate(job.frame(), camera, job);
        job.people(people.stream().filter(person -> person.score() >= minPresence).toList());
    }

    @Override
    public void close() {
        networks.close();
    }
}
