package org.posescope.pipeline.people;

import java.util.List;

import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.people.camera.FrameCameras;
import org.posescope.plan.Plan.Place;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;
import org.posescope.pose.bottomup.BottomUpPose;

/** Finds everybody in a frame in one look, without knowing what was in the frames before. */
final class WholeFrameStage implements Stage {
    private final Place place;
    private final float minPresence;
    private final PerMode<BottomUpPose> networks;

    WholeFrameStage(Place place, float minPresence, PerMode<BottomUpPose> networks) {
        this.place = place;
        this.minPresence = minPresence;
        this.networks = networks;
    }

    @Override
    public void process(Job job) {
        Camera camera = FrameCameras.beforePeople(place, job.frame());
        List<Person> people = networks.get(job.mode()).estimate(job.frame(), camera, job);
        if (people.stream().anyMatch(person -> person.translation().isPresent())) {
            job.camera(camera);
        }
        job.people(people.stream().filter(person -> person.score() >= minPresence).toList());
    }

    @Override
    public void close() {
        networks.close();
    }
}
