package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.regress.BodyRegressor;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/** Gives each person the body that a network sees in the picture, frame by frame. */
final class RegressStage implements Stage {
    private final PerMode<BodyRegressor> regressors;
    private final Lens lens;
    private final Optional<PosedJoints> joints;
    private final boolean shaped;

    /** @param model that the bodies are shown with, if any; its joints become the people's */
    RegressStage(PerMode<BodyRegressor> regressors, Lens lens, Optional<BodyModel> model) {
        this.regressors = regressors;
        this.lens = lens;
        this.joints = model.map(PosedJoints::new);
        this.shaped = model.map(BodyModel::isSmpl).orElse(true);
    }

    @Override
    public void process(Job job) {
        List<Person> people = job.people();
        List<Box> boxes = people.stream().map(Person::box).toList();
        Camera camera = lens.camera(job.frame().width(), job.frame().height());
        List<BodyParameters> bodies = regressors.get(job.mode()).estimate(job.frame(), boxes, camera, job);
        List<Person> embodied = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            embodied.add(embodied(people.get(i), shaped ? bodies.get(i) : ofMeanShape(bodies.get(i))));
        }
        job.people(embodied);
    }

    private Person embodied(Person person, BodyParameters body) {
        Person with = person.withBody(body);
        return joints.map(posed -> posed.addTo(with)).orElse(with);
    }

    /** Shape components mean something only to the model that they were made for. */
    private static BodyParameters ofMeanShape(BodyParameters body) {
        return new BodyParameters(body.rotations(), Collections.nCopies(BodyParameters.BETAS, 0f), body.translation());
    }

    @Override
    public void close() {
        regressors.close();
    }
}
