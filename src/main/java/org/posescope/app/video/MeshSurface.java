package org.posescope.app.video;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

import org.posescope.draw.raster.Canvas;

import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Transparent pixels that are drawn on by one thread and shown by the FX thread, never at the same time. The memory lives as
 * long as anything refers to it.
 */
final class MeshSurface {
    private static final int BYTES_PER_PIXEL = 4;

    private final int width;
    private final int height;
    private final MemorySegment pixels;
    private final PixelBuffer<ByteBuffer> buffer;
    private final WritableImage image;

    MeshSurface(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = Arena.ofAuto().allocate((long) width * height * BYTES_PER_PIXEL);
        buffer = new PixelBuffer<>(width, height, pixels.asByteBuffer(), PixelFormat.getByteBgraPreInstance());
        image = new WritableImage(buffer);
    }

    boolean hasSize(int wantedWidth, int wantedHeight) {
        return width == wantedWidth && height == wantedHeight;
    }

    int width() {
        return width;
    }

    /** An empty canvas on the pixels. */
    Canvas clearedCanvas() {
        pixels.fill((byte) 0);
        return new Canvas(pixels, width, height);
    }

    /** The pixels as they are now. FX thread. */
    Image image() {
        buffer.updateBuffer(all -> null);
        return image;
    }
}
