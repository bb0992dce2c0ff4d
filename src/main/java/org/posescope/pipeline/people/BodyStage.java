package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.fit.BodyFitter;
import org.posescope.body.hand.FingersAndFaceFitter;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.plan.Plan.Place;
import org.posescope.pose.Person;

/** Gives each person a body that fits their landmarks, with fingers and a face where the model has them. Frames come in order. */
final class BodyStage implements Stage {
    private final BodyModel model;
    private final Place place;
    private BodyFitter fitter;
    private Optional<FingersAndFaceFitter> fine;
    private long scene = -1;

    BodyStage(BodyModel model, Place place) {
        this.model = model;
        this.place = place;
        this.fitter = new BodyFitter(model, place.height(), place.scale());
        this.fine = fineFitter(model);
    }

    private static Optional<FingersAndFaceFitter> fineFitter(BodyModel model) {
        return model.hasFingers() ? Optional.of(new FingersAndFaceFitter(model)) : Optional.empty();
    }

    @Override
    public void process(Job job) {
        if (job.scene() != scene || job.source().kind().still()) {
            scene = job.scene();
            fitter = new BodyFitter(model, place.height(), place.scale());
            fine = fineFitter(model);
        }
        List<Person> people = fitter.fit(job.people(), job.frame().ptsMicros(),
                job.camera().orElseGet(() -> place.lens().camera(job.frame().width(), job.frame().height())));
        job.people(fine.map(each -> each.fit(people, job.frame().ptsMicros())).orElse(people));
    }

    @Override
    public void close() {}
}
