package org.posescope.pipeline.people;

import java.util.List;

import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;
import org.posescope.pose.bottomup.BottomUpPose;

/** Finds everybody in a frame in one look, without knowing what was in the frames before. */
final class WholeFrameStage implements Stage {
    private final PeopleOptions options;
    private final PerMode<BottomUpPose> networks;

    WholeFrameStage(PeopleOptions options, PerMode<BottomUpPose> networks) {
        this.options = options;
        this.networks = networks;
    }

    @Override
    public void process(Job job) {
        Camera camera = options.lens().camera(job.frame().width(), job.frame().height());
        List<Person> people = networks.get(job.mode()).estimate(job.frame(), camera, job);
        job.people(people.stream().filter(person -> person.score() >= options.minPresence()).toList());
    }

    @Override
    public void close() {
        networks.close();
    }
}
