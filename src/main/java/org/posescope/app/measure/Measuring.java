package org.posescope.app.measure;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;

import org.posescope.app.work.BackgroundWork;
import org.posescope.body.BodyModel;

/** What the page Measure works with. One thread. */
public record Measuring(MeasureModel curves, BandModel bands, LengthModel length) {
    /**
     * All of it, as the user left it.
     *
     * @param files reads files of what is normal
     * @param body  whose parameters people have
     * @param scale asks for another scale of everything
     * @param keep  remembers what is other than at the start
     */
    public static Measuring of(MeasureModel curves, BackgroundWork files, Optional<BodyModel> body, MeasureChoice start,
            DoubleConsumer scale, Consumer<UnaryOperator<MeasureChoice>> keep) {
        curves.wanted().begin(start.angles());
        curves.wanted().curves().addListener((property, before, now) -> keep.accept(
                choice -> choice.withAngles(now.stream().filter(curve -> curve.person() == Curve.EVERYBODY)
                        .map(Curve::angle).toList())));
        BandModel bands = new BandModel(curves, files, start.normal(),
                normal -> keep.accept(choice -> choice.withNormal(normal)));
        LengthModel length = new LengthModel(curves::floor, body, scale, start.length(),
                known -> keep.accept(choice -> choice.withLength(known)));
        return new Measuring(curves, bands, length);
    }
}
