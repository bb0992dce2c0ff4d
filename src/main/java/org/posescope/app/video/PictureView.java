package org.posescope.app.video;

import java.util.Optional;

import org.posescope.app.player.ShownFrame;
import org.posescope.app.pulse.FxThread;
import org.posescope.draw.view.Shrink;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.PixelBlock;

import javafx.scene.Node;
import javafx.scene.image.ImageView;

/**
 * The picture of the moment on the screen, without layers. A copy is rendered, smaller where the screen shows no more of it: the few copies
 * that go round need few textures, and those of all frames that are on their way would be many. The picture itself is rendered as soon as its
 * copy has too few pixels. FX thread.
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
        Looking now = looking;
        if (!now.somewhere()) {
            return moment;
        }
        int halvings = now.halvings(frame.width(), frame.height());
        return moment.with(halvings == 0 ? copy(frame) : Shrink.halved(frame, halvings, copies));
    }

    private Frame copy(Frame frame) {
        PixelBlock block = copies.acquire(frame.width(), frame.height());
        block.pixels().copyFrom(frame.pixels());
        return frame.showing(block);
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
