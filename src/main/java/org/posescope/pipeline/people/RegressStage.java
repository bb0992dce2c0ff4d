package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.regress.BodyRegressor;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.plan.Plan;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Lens;
import org.posescope.pose.Person;
import org.posescope.track.BodySmoother;
import org.posescope.track.SmoothingSettings;

/** Gives each person the body that a network sees in the picture, and smooths its motion. Frames come in order. */
final class RegressStage implements Stage {
    private final PerMode<BodyRegressor> regressors;
    private final Lens lens;
    private final Optional<PosedJoints> joints;
    private final boolean shaped;
    private final boolean smooths;
    private Optional<BodySmoother> smoother = Optional.empty();
    private long scene = -1;

    /** @param body its joints, posed, become the people's; empty: people get none */
    RegressStage(PerMode<BodyRegressor> regressors, Plan plan, Optional<BodyModel> body) {
        this.regressors = regressors;
        this.lens = plan.place().lens();
        this.joints = body.map(PosedJoints::new);
        this.shaped = body.map(BodyModel::isSmpl).orElse(true);
        this.smooths = plan.following().smooths();
    }

    @Override
    public void process(Job job) {
        List<Person> people = job.people();
        List<Box> boxes = people.stream().map(Person::box).toList();
        Camera camera = job.camera().orElseGet(() -> lens.camera(job.frame().width(), job.frame().height()));
        List<BodyParameters> bodies = regressors.get(job.mode()).estimate(job.frame(), boxes, camera, job);
        List<Person> embodied = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            embodied.add(people.get(i).withBody(shaped ? bodies.get(i) : ofMeanShape(bodies.get(i))));
        }
        job.people(smooth(job, embodied).stream().map(this::withJoints).toList());
    }

    private List<Person> smooth(Job job, List<Person> people) {
        if (job.scene() != scene) {
            scene = job.scene();
            smoother = smooths ? Optional.of(new BodySmoother(SmoothingSettings.defaults())) : Optional.empty();
        }
        boolean moving = !job.source().kind().still();
        return smoother.filter(any -> moving).map(each -> each.smooth(people, job.frame().ptsMicros())).orElse(people);
    }

    private Person withJoints(Person person) {
        return joints.map(posed -> posed.addTo(person)).orElse(person);
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
