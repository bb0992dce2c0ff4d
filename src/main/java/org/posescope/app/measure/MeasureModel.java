package org.posescope.app.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.posescope.app.timeline.Stretch;
import org.posescope.app.timeline.TimelineModel;
import org.posescope.app.transport.TransportModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.Work;
import org.posescope.app.work.WorkListener;
import org.posescope.body.BodyModel;
import org.posescope.body.floor.Ground;
import org.posescope.draw.angle.AngleReading;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;
import org.posescope.measure.series.CurveRuns;
import org.posescope.measure.series.ValueRange;
import org.posescope.pipeline.kept.FoundFrame;
import org.posescope.pipeline.kept.FoundPeople;
import org.posescope.plan.Plan;
import org.posescope.pose.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which angles are looked at, and what they are over time in what is open. Measures nothing while it is closed. One thread. */
public final class MeasureModel {
    private static final Logger LOG = LoggerFactory.getLogger(MeasureModel.class);
    private static final long PERIOD = Duration.ofMillis(400).toNanos();
    /** Of the time between two measurements one may take so much. */
    private static final long SHARE = 4;

    private final TransportModel transport;
    private final TimelineModel timeline;
    private final Found found;
    private final Optional<BodyModel> body;
    private final BackgroundWork thread;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final WantedCurves wanted = new WantedCurves();
    private final ReadOnlyObjectWrapper<AngleSeries> series = new ReadOnlyObjectWrapper<>(AngleSeries.NONE);
    private final ReadOnlyObjectWrapper<List<Person>> people = new ReadOnlyObjectWrapper<>(List.of());
    /** Of the present series and marks. */
    private final Map<Curve, Optional<ValueRange>> ranges = new HashMap<>();
    private final AtomicReference<MeasuredArcs> arcs = new AtomicReference<>(MeasuredArcs.NONE);
    private Optional<SourceInfo> source = Optional.empty();
    private Optional<Plan> plan = Optional.empty();
    private ClipAngles clip;
    private LiveAngles live;
    private List<FoundPeople> news = new ArrayList<>();
    /** What the series was made of. */
    private long made;
    private boolean outdated;
    private boolean loading;
    private long started;
    private long next = Long.MIN_VALUE;
    /** Raised when what is measured is something else. */
    private int generation;

    /**
     * Where the motion of clips comes from.
     *
     * @param changes another number whenever it may be another; 0 when there is none
     * @param frames  in the order of time; called on a thread of its own
     */
    public record Found(LongSupplier changes, BiFunction<SourceInfo, Plan, List<FoundFrame>> frames) {}

    /**
     * @param body   model whose parameters people have; empty: cameras are taken to be level
     * @param thread owned by the thread of this model
     */
    public MeasureModel(TransportModel transport, TimelineModel timeline, Found found, Optional<BodyModel> body,
            BackgroundWork thread) {
        this.transport = transport;
        this.timeline = timeline;
        this.found = found;
        this.body = body;
        this.thread = thread;
        clip = new ClipAngles(body);
        live = new LiveAngles(body);
        series.subscribe(now -> ranges.clear());
        series.subscribe(now -> keepArcs());
        open.subscribe(now -> keepArcs());
        wanted.curves().subscribe(now -> keepArcs());
        wanted.curves().subscribe(now -> outdated = true);
        transport.marks().span().subscribe(now -> ranges.clear());
    }

    /** Something else plays, or nothing, or people are found in another way. */
    public void changed(Optional<SourceInfo> playing, Plan newPlan) {
        source = playing;
        plan = Optional.of(newPlan);
        clip = new ClipAngles(body);
        live = new LiveAngles(body);
        news = new ArrayList<>();
        made = 0;
        generation++;
        outdated = true;
        people.set(List.of());
        series.set(AngleSeries.NONE);
    }

    /** Opens or closes the page. */
    public void toggle() {
        open.set(!open.get());
        outdated = true;
    }

    /** A frame is on the screen. */
    public void shown(long positionMicros, List<Person> shownPeople) {
        if (open.get()) {
            people.set(shownPeople);
            if (isLive()) {
                news.add(new FoundPeople(positionMicros, shownPeople, Optional.empty()));
            }
        }
    }

    /** Measures anew what may be other by now, without waiting for it. */
    public void pulse(long nanos) {
        if (loading) {
            next = nanos + Math.max(PERIOD, SHARE * (nanos - started));
        } else if (open.get() && due(nanos)) {
            loading = true;
            outdated = false;
            started = nanos;
            next = nanos + PERIOD;
            measure(generation, found.changes().getAsLong());
        }
    }

    private boolean due(long nanos) {
        if (source.isEmpty() || source.get().kind().still()) {
            return false;
        }
        return outdated || (isLive() ? !news.isEmpty() : nanos >= next && found.changes().getAsLong() != made);
    }

    private void measure(int of, long changes) {
        thread.start(measurement(wanted.curves().get()), WorkListener.<AngleSeries>of(done -> {
            loading = false;
            if (of == generation) {
                made = changes;
                series.set(done);
            }
        }, why -> {
            LOG.error("{}", why);
            loading = false;
        }).onCancelled(() -> loading = false));
    }

    private Work<AngleSeries> measurement(List<Curve> curves) {
        if (isLive()) {
            List<FoundPeople> batch = news;
            LiveAngles angles = live;
            news = new ArrayList<>();
            return progress -> angles.of(batch, curves);
        }
        ClipAngles angles = clip;
        SourceInfo playing = source.orElseThrow();
        Plan wantedPlan = plan.orElseThrow();
        return progress -> angles.of(found.frames().apply(playing, wantedPlan), curves);
    }

    private boolean isLive() {
        return source.filter(each -> each.kind().live()).isPresent();
    }

    /** Looks at an angle, or not any more; what is looked at of everybody goes on for the others. */
    void toggle(Curve curve) {
        wanted.toggle(curve, series.get().people());
    }

    /** The angles of somebody in the frame that is shown, by the floor as it is known, that are looked at. */
    public List<AngleReading> readings(Person person) {
        return arcs.get().apply(person);
    }

    /** As {@link #readings}, for any thread. */
    public Function<Person, List<AngleReading>> arcs() {
        return person -> arcs.get().apply(person);
    }

    private void keepArcs() {
        arcs.set(open.get() ? new MeasuredArcs(wanted.curves().get(), series.get().level()) : MeasuredArcs.NONE);
    }

    /** What a curve is where the video is: as the curve goes, else as the body of the shown frame has it. */
    OptionalDouble now(Curve curve) {
        OptionalDouble known = series.get().at(curve, transport.position().get());
        return known.isPresent()
                ? known
                : people.get().stream().filter(person -> person.id() == curve.person())
                        .flatMap(person -> readings(person).stream())
                        .filter(reading -> reading.angle() == curve.angle())
                        .mapToDouble(AngleReading::degrees).findFirst();
    }

    /** The part of the time that is seen: of a clip what its timeline shows, of a camera the last seconds. */
    Stretch seen() {
        long[] micros = series.get().micros();
        if (!isLive() || micros.length == 0) {
            return timeline.seen().get();
        }
        long end = micros[micros.length - 1];
        return new Stretch(end - LiveAngles.KEPT_MICROS, end + 1);
    }

    /** What figures are of: the marked part, without marks all that is known. */
    Span span() {
        return transport.marks().span().get();
    }

    /** The extremes of a curve in the marked part. */
    Optional<ValueRange> range(Curve curve) {
        return ranges.computeIfAbsent(curve, this::measuredRange);
    }

    private Optional<ValueRange> measuredRange(Curve curve) {
        long[] micros = series.get().micros();
        Span span = span();
        return Optional.ofNullable(series.get().degrees().get(curve))
                .flatMap(values -> ValueRange.of(values, CurveRuns.place(micros, span.fromMicros()),
                        CurveRuns.place(micros, span.toMicros() == Long.MAX_VALUE
                                ? span.toMicros()
                                : span.toMicros() + 1) - 1));
    }

    /** What the user is told where there is nothing to see; empty where there is. */
    String hint() {
        if (wanted.curves().get().isEmpty()) {
            return "Choose angles above, or click a joint in the picture.";
        }
        if (source.filter(each -> each.kind().still()).isPresent()) {
            return "Single pictures have no curves; the angles stand at the joints.";
        }
        return series.get().degrees().isEmpty() ? "Nobody with a body was seen yet." : "";
    }

    /** Tells whenever {@link #readings} may be others though the same frame is shown. */
    public void listen(Runnable changed) {
        open.subscribe(now -> changed.run());
        wanted.curves().subscribe(now -> changed.run());
    }

    /** Whether the page is open. */
    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /** Which angles are looked at. */
    WantedCurves wanted() {
        return wanted;
    }

    /** The floor of what is open, as far as it is known. */
    public Optional<Ground> floor() {
        return series.get().floor();
    }

    ReadOnlyObjectProperty<AngleSeries> series() {
        return series.getReadOnlyProperty();
    }

    /** Who is in the frame that is shown. */
    ReadOnlyObjectProperty<List<Person>> people() {
        return people.getReadOnlyProperty();
    }

    /** Time and what is seen of it. */
    TimelineModel timeline() {
        return timeline;
    }

    TransportModel transport() {
        return transport;
    }
}
