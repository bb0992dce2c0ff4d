package org.posescope.workshop.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.error.UserException;
import org.posescope.error.WriteException;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;

/** Writes what is true of the clip, as {@code docs/demo-truth.schema.json} describes it; one frame a line. */
final class TruthFile implements AutoCloseable {
    private static final int VERSION = 1;
    private static final int METRES = 4;
    private static final int PIXELS = 1;
    private static final int RADIANS = 4;
    private static final int BETAS = 3;
    private static final int FOCAL = 3;

    private final Path path;
    private final JsonGenerator json;

    /**
     * Begins the file, overwriting what was there.
     *
     * @throws UserException when it cannot be written
     */
    TruthFile(Path path, PinholeCamera camera, List<Actor> actors) {
        this.path = path;
        try {
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
            json = new JsonFactoryBuilder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build()
                    .createGenerator(out);
            begin(camera, actors);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private UserException failure(IOException e) {
        return WriteException.of(path + " cannot be written: check that its folder exists, is writable and has room.",
                e);
    }

    private void begin(PinholeCamera camera, List<Actor> actors) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeNumberField("width", camera.width());
        json.writeNumberField("height", camera.height());
        json.writeFieldName("fps");
        number(Scenario.FPS, PIXELS);
        json.writeObjectFieldStart("camera");
        json.writeFieldName("fx");
        number(camera.fx(), FOCAL);
        json.writeFieldName("fy");
        number(camera.fy(), FOCAL);
        json.writeFieldName("cx");
        number(camera.cx(), FOCAL);
        json.writeFieldName("cy");
        number(camera.cy(), FOCAL);
        json.writeEndObject();
        json.writeArrayFieldStart("joints");
        for (String name : Skeletons.SMPL24.names()) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("people");
        for (Actor actor : actors) {
            json.writeStartObject();
            json.writeNumberField("id", actor.id());
            json.writeArrayFieldStart("betas");
            for (float beta : actor.shape()) {
                number(beta, BETAS);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("frames");
    }

    /** Adds the next frame. */
    void write(FrameTruth frame) {
        try {
            json.writeRaw('\n');
            json.writeStartObject();
            json.writeNumberField("index", frame.index());
            json.writeArrayFieldStart("people");
            for (PersonTruth person : frame.people()) {
                write(person);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void write(PersonTruth person) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", person.id());
        json.writeArrayFieldStart("pose");
        for (Quaternion rotation : person.body().rotations()) {
            vector(Rotations.axisAngleOf(rotation), RADIANS);
        }
        json.writeEndArray();
        json.writeFieldName("translation");
        vector(person.body().translation(), METRES);
        json.writeArrayFieldStart("joints3d");
        for (Vector3 joint : person.joints()) {
            vector(joint, METRES);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("keypoints");
        for (PersonTruth.Point point : person.keypoints()) {
            json.writeStartArray();
            number(point.x(), PIXELS);
            number(point.y(), PIXELS);
            json.writeNumber(point.visible() ? 1 : 0);
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void vector(Vector3 vector, int decimals) throws IOException {
        json.writeStartArray();
        number(vector.x(), decimals);
        number(vector.y(), decimals);
        number(vector.z(), decimals);
        json.writeEndArray();
    }

    private void number(double value, int decimals) throws IOException {
        long rounded = Math.round(value * Math.pow(10, decimals));
        json.writeNumber(BigDecimal.valueOf(rounded, decimals).stripTrailingZeros());
    }

    /** Completes the file. */
    @Override
    public void close() {
        try {
            json.writeRaw('\n');
            json.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
