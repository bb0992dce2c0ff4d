package org.posescope.app.measure;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkListener;
import org.posescope.frame.source.Span;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.band.BandFile;
import org.posescope.measure.band.NormalBand;
import org.posescope.measure.band.NormalBands;
import org.posescope.measure.band.TimeOutside;
import org.posescope.measure.series.CurveRuns;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is normal for the angles that are looked at, and for which part of the time they were outside of it. One thread. */
public final class BandModel implements PlotPainter.Normal {
    private final MeasureModel model;
    private final BackgroundWork files;
    private final ReadOnlyObjectWrapper<NormalBands> bands;
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    /** Of the present series, marks and bands. */
    private final Map<Curve, OptionalDouble> outside = new HashMap<>();

    /**
     * @param files reads files of bands
     * @param start that the user gave before
     * @param keep  told what the user gives now
     */
    public BandModel(MeasureModel model, BackgroundWork files, NormalBands start, Consumer<NormalBands> keep) {
        this.model = model;
        this.files = files;
        bands = new ReadOnlyObjectWrapper<>(start);
        bands.addListener((property, before, now) -> keep.accept(now));
        bands.subscribe(now -> outside.clear());
        model.series().subscribe(now -> outside.clear());
        model.transport().marks().span().subscribe(now -> outside.clear());
    }

    /** Takes what is normal from a file, in addition to what is known. */
    void read(Path file) {
        failure.set("");
        files.start(progress -> BandFile.read(file), WorkListener.of(read -> {
            NormalBands all = bands.get();
            for (Map.Entry<PoseAngle, NormalBand> each : read.bands().entrySet()) {
                all = all.with(each.getKey(), Optional.of(each.getValue()));
            }
            bands.set(all);
        }, failure::set));
    }

    /** Says what is normal for an angle; empty: that is not known. */
    void set(PoseAngle angle, Optional<NormalBand> band) {
        bands.set(bands.get().with(angle, band));
    }

    void clear() {
        failure.set("");
        bands.set(NormalBands.NONE);
    }

    @Override
    public Optional<NormalBand> band(Curve curve) {
        return bands.get().of(curve.angle());
    }

    /** 0..1, for which part of the marked time a curve was outside; empty where that is not known. */
    @Override
    public OptionalDouble outside(Curve curve) {
        return outside.computeIfAbsent(curve, this::measured);
    }

    private OptionalDouble measured(Curve curve) {
        AngleSeries series = model.series().get();
        double[] degrees = series.degrees().get(curve);
        Optional<NormalBand> band = bands.get().of(curve.angle());
        if (degrees == null || band.isEmpty()) {
            return OptionalDouble.empty();
        }
        Span span = model.span();
        int first = CurveRuns.place(series.micros(), span.fromMicros());
        int end = span.toMicros() == Long.MAX_VALUE
                ? degrees.length
                : CurveRuns.place(series.micros(), span.toMicros() + 1);
        return TimeOutside.of(band.get(), series.micros(), degrees, series.cycles(curve), first, end - 1);
    }

    /** By angle. */
    public ReadOnlyObjectProperty<NormalBands> bands() {
        return bands.getReadOnlyProperty();
    }

    /** Why the last file was not taken; empty: it was. */
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }
}
