package org.posescope.app.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

import org.posescope.body.BodyModel;
import org.posescope.body.floor.Ground;
import org.posescope.draw.angle.LengthLayer;
import org.posescope.frame.SourceInfo;
import org.posescope.measure.length.LengthPlane;
import org.posescope.measure.length.PersonDepth;
import org.posescope.measure.length.PictureLine;
import org.posescope.measure.length.SeenLine;
import org.posescope.plan.Plan.Place;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A line that the user draws into the picture. It has a length as people are taken to be; where the user knows how long it is, everything
 * gets the scale of that until something else is opened. One thread.
 */
public final class LengthModel {
    private static final double LEAST_PIXELS = 3;

    private final Supplier<Optional<Ground>> floor;
    private final PersonDepth depth;
    private final DoubleConsumer scaleBy;
    private final Consumer<Optional<KeptLength>> keep;
    private final ReadOnlyBooleanWrapper drawing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<DrawnLength>> drawn = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<KeptLength> kept;
    private Optional<SourceInfo> source = Optional.empty();
    private Moment shown = new Moment(List.of(), Optional.empty(), 0);
    /** In which the line was drawn. */
    private Moment moment = shown;
    private double scale;

    /** A frame, and the scale that people have in it; 0: none is known. */
    private record Moment(List<Person> people, Optional<Camera> camera, double scale) {}

    /**
     * @param floor   as far as it is known
     * @param body    model whose parameters people have
     * @param scaleBy asks for another {@link Place#scale()}, which comes back through {@link #placed}
     * @param kept    that the user gave before
     * @param keep    told what the user gives now
     */
    public LengthModel(Supplier<Optional<Ground>> floor, Optional<BodyModel> body, DoubleConsumer scaleBy,
            Optional<KeptLength> kept, Consumer<Optional<KeptLength>> keep) {
        this.floor = floor;
        this.depth = new PersonDepth(body);
        this.scaleBy = scaleBy;
        this.kept = kept;
        this.keep = keep;
    }

    /** Something else plays, or nothing: a length that is known of it is in effect again, one of something else no more. */
    public void opened(Optional<SourceInfo> playing) {
        boolean other = !playing.map(SourceInfo::uri).equals(source.map(SourceInfo::uri));
        source = playing;
        if (!other || playing.isEmpty()) {
            return;
        }
        shown = new Moment(List.of(), Optional.empty(), scale);
        moment = shown;
        drawing.set(false);
        Optional<KeptLength> own = own();
        ask(own.map(KeptLength::scale).orElse(0.0));
        drawn.set(own.map(each -> new DrawnLength(each.line(), each.plane(), OptionalDouble.empty(), known())));
    }

    private Optional<KeptLength> own() {
        return kept.filter(each -> source.map(SourceInfo::uri).filter(each.source()::equals).isPresent());
    }

    /** People are put into space in another way, or may be. */
    public void placed(Place place) {
        scale = place.scale();
        drawn.set(drawn.get().map(each -> new DrawnLength(each.line(), each.plane(), each.measured(), known())));
    }

    /** What the user said, where it is in effect. */
    private OptionalDouble known() {
        return own().filter(each -> each.scale() == scale).map(each -> OptionalDouble.of(each.metres()))
                .orElse(OptionalDouble.empty());
    }

    /** A frame is on the screen. */
    public void shown(List<Person> people, Camera camera) {
        shown = new Moment(people, Optional.of(camera), scale);
    }

    /** Begins to draw, or does not go on. */
    void toggleDrawing() {
        drawing.set(!drawing.get() && shown.camera().isPresent());
    }

    /** A line is being drawn. */
    void draw(PictureLine line) {
        if (drawing.get()) {
            moment = shown;
            measure(line, drawn.get().map(DrawnLength::plane).orElse(LengthPlane.PERSON), OptionalDouble.empty());
        }
    }

    /** The line that was drawn ends here. */
    void end() {
        drawing.set(false);
        drawn.set(drawn.get().filter(each -> each.line().pixels() >= LEAST_PIXELS));
    }

    /** The line lies elsewhere. */
    void lies(LengthPlane plane) {
        drawn.get().filter(each -> each.plane() != plane && moment.camera().isPresent())
                .ifPresent(each -> measure(each.line(), plane, OptionalDouble.empty()));
    }

    private void measure(PictureLine line, LengthPlane plane, OptionalDouble known) {
        OptionalDouble metres = moment.camera().map(
                camera -> new SeenLine(line, moment.people(), camera, floor.get()).metres(plane, depth))
                .orElse(OptionalDouble.empty());
        drawn.set(Optional.of(new DrawnLength(line, plane, metres, known)));
    }

    /**
     * The user knows how long the line is.
     *
     * @return whether that makes sense
     */
    boolean know(double metres) {
        Optional<DrawnLength> line = drawn.get().filter(_ -> source.isPresent());
        double wanted = line.map(each -> metres * scaleOfMetre(each)).orElse(0.0);
        if (!(wanted >= Place.LEAST_SCALE && wanted <= Place.MOST_SCALE)) {
            return false;
        }
        keep(line.map(each -> new KeptLength(source.orElseThrow().uri(), each.line(), each.plane(), metres, wanted)));
        ask(wanted);
        return true;
    }

    /** The scale by which the line would be a metre long; 0: not known. */
    private double scaleOfMetre(DrawnLength line) {
        return line.measured().isPresent()
                ? (moment.scale() == 0 ? 1 : moment.scale()) / line.measured().getAsDouble()
                : own().map(each -> each.scale() / each.metres()).orElse(0.0);
    }

    /** There is no line any more, and no scale by one. */
    void remove() {
        drawing.set(false);
        drawn.set(Optional.empty());
        if (own().isPresent()) {
            keep(Optional.empty());
        }
        ask(0);
    }

    private void keep(Optional<KeptLength> now) {
        kept = now;
        keep.accept(now);
    }

    private void ask(double wanted) {
        if (wanted != scale) {
            scaleBy.accept(wanted);
        }
    }

    /** The line as it is drawn over the picture. */
    public Optional<LengthLayer.Labelled> seen() {
        return drawn.get().map(each -> new LengthLayer.Labelled(each.line(), each.text()));
    }

    /** Tells whenever {@link #seen} may be another. */
    public void listen(Runnable changed) {
        drawn.subscribe(now -> changed.run());
    }

    /** Whether a line is being drawn. */
    ReadOnlyBooleanProperty drawing() {
        return drawing.getReadOnlyProperty();
    }

    /** The line, if there is one. */
    ReadOnlyObjectProperty<Optional<DrawnLength>> drawn() {
        return drawn.getReadOnlyProperty();
    }
}
