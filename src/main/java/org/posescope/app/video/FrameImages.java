package org.posescope.app.video;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

import org.posescope.frame.Frame;

import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Images on the memory of frames, without a copy. Frames come from a pool that lends the same few blocks of memory again and
 * again, so one image for each of the last blocks is kept, and with it its texture. FX thread.
 */
final class FrameImages {
    /**
     * More than go round at once: one that is shown, two that may still be rendered, and three that wait to be taken and for their bodies. With
     * fewer, each frame would find its image gone, and textures of such images stay until the old generation is collected.
     */
    private static final int MOST = 8;

    private final Deque<Backed> images = new ArrayDeque<>();

    /** An image on a block of memory. */
    private record Backed(MemorySegment pixels, PixelBuffer<ByteBuffer> buffer, WritableImage image) {
        /** An address can come back in other memory, which has another scope. */
        boolean isOn(MemorySegment memory) {
            return pixels.equals(memory) && pixels.scope().equals(memory.scope());
        }

        boolean isAsLargeAs(Frame frame) {
            return buffer.getWidth() == frame.width() && buffer.getHeight() == frame.height();
        }
    }

    /** An image of the frame as it is now; the frame has to be held as long as the image may be rendered. */
    Image of(Frame frame) {
        images.removeIf(each -> !each.isAsLargeAs(frame) || !each.pixels().scope().isAlive());
        Backed backed = taken(frame.pixels());
        if (backed == null) {
            PixelBuffer<ByteBuffer> buffer = new PixelBuffer<>(frame.width(), frame.height(),
                    frame.pixels().asByteBuffer(), PixelFormat.getByteBgraPreInstance());
            backed = new Backed(frame.pixels(), buffer, new WritableImage(buffer));
        } else {
            // The memory holds another picture than when it was rendered last; null: all of it.
            backed.buffer().updateBuffer(all -> null);
        }
        images.addFirst(backed);
        if (images.size() > MOST) {
            images.removeLast();
        }
        return backed.image();
    }

    private Backed taken(MemorySegment pixels) {
        for (Iterator<Backed> each = images.iterator(); each.hasNext();) {
            Backed backed = each.next();
            if (backed.isOn(pixels)) {
                each.remove();
                return backed;
            }
        }
        return null;
    }

    /** How many textures there are. */
    int size() {
        return images.size();
    }

    void clear() {
        images.clear();
    }
}
