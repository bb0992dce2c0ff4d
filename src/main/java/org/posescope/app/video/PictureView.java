package org.posescope.app.video;

import java.util.Optional;

import org.posescope.app.player.ShownFrame;
import org.posescope.app.pulse.FxThread;
import org.posescope.draw.view.Shrink;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;

import javafx.scene.Node;
import javafx.scene.image.ImageView;

/**
 * The picture of the moment on the screen, without layers. A small copy of a large picture is rendered where the screen shows no more
 * of it, the picture itself as soon as it does. FX thread.
 */
final class PictureView implements AutoCloseable {
    private final ImageView view = new ImageView();
    private final FrameImages images = new FrameImages();
    private final HeldFrames held = new HeldFrames();
    private final FramePool copies = new FramePool();
    private volatile Looking looking = Looking.NOWHERE;

    PictureView() {
        view.setManaged(false);
        view.setSmooth(true);
    }

    Node node() {
        return view;
    }

    /** The moment with as small a picture as will do; takes it over. Any thread. */
    ShownFrame prepared(ShownFrame moment) {
        Frame frame = moment.frame();
        int halvings = looking.halvings(frame.width(), frame.height());
        return halvings == 0 ? moment : moment.with(Shrink.halved(frame, halvings, copies));
    }

    /** Takes over the moment that is shown from now on. */
    void show(ShownFrame moment) {
        Frame rendered = rendered(moment);
        view.setImage(images.of(rendered));
        held.show(moment, rendered);
    }

    private Frame rendered(ShownFrame moment) {
        Frame frame = moment.frame();
        return moment.small().filter(copy -> looking.enough(copy.width(), frame.width(), frame.height()))
                .orElse(frame);
    }

    /** Says how large pictures are seen from now on. */
    void look(Looking wanted) {
        looking = wanted;
        held.shown().ifPresent(moment -> {
            Frame rendered = rendered(moment);
            if (rendered.width() > held.rendered().width()) {
                view.setImage(images.of(rendered));
                held.render(rendered);
            }
        });
    }

    /** Where the picture lies in the pane. */
    void place(double left, double top, double width, double height) {
        view.setX(left);
        view.setY(top);
        view.setFitWidth(width);
        view.setFitHeight(height);
    }

    /** What is on the screen; stays held here. */
    Optional<ShownFrame> shown() {
        return held.shown();
    }

    /** A pulse begins: gives back what is not rendered any more. */
    void pulse() {
        held.pulse();
    }

    /** Gives back the frames; nothing may be shown any more. */
    @Override
    public void close() {
        FxThread.require();
        view.setImage(null);
        images.clear();
        held.close();
        copies.close();
    }
}
