package org.posescope.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import org.posescope.body.floor.Ground;
import org.posescope.frame.Frame;
import org.posescope.frame.PictureFile;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.UnreadablePicture;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Bone;
import org.posescope.pose.Box;
import org.posescope.pose.Details;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Vector3;

/** The lines of a motion file, version 1. Numbers are rounded to what means something and written without filling zeros. */
final class MotionJson {
    private static final int VERSION = 1;
    private static final int PIXEL_DECIMALS = 2;
    private static final int METRE_DECIMALS = 4;
    private static final String PICTURE_UNITS = "2D: pixels of the source frame, origin in its upper left corner; 3D: ";
    private static final int SCORE_DECIMALS = 4;
    private static final int RADIAN_DECIMALS = 5;
    private static final int BETA_DECIMALS = 4;
    private static final int ANGLE_DECIMALS = 2;
    private static final int FPS_DECIMALS = 4;

    private final JsonGenerator json;

    /** @param out gets each line as soon as it is complete; stays the caller's */
    MotionJson(OutputStream out) {
        try {
            json = new JsonFactoryBuilder().rootValueSeparator((String) null)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build().createGenerator(out);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON generator", e);
        }
    }

    /** @param names that the user gave to some people, by their ids */
    void header(SourceInfo source, String preset, List<Skeleton> skeletons, Coordinates coordinates,
            Map<Integer, String> names) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeObjectFieldStart("source");
        json.writeStringField("uri", source.uri());
        json.writeNumberField("width", source.width());
        json.writeNumberField("height", source.height());
        json.writeFieldName("fps");
        number(source.fps(), FPS_DECIMALS);
        json.writeEndObject();
        json.writeStringField("preset", preset);
        json.writeStringField("coordinates", coordinates.name().toLowerCase(Locale.ROOT));
        json.writeStringField("units", PICTURE_UNITS + coordinates.units());
        if (!names.isEmpty()) {
            json.writeObjectFieldStart("names");
            for (Map.Entry<Integer, String> name : new TreeMap<>(names).entrySet()) {
                json.writeStringField(name.getKey().toString(), name.getValue());
            }
            json.writeEndObject();
        }
        json.writeObjectFieldStart("skeletons");
        for (Skeleton skeleton : skeletons) {
            json.writeFieldName(skeleton.id());
            skeleton(skeleton);
        }
        json.writeEndObject();
        endLine();
    }

    private void endLine() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private void skeleton(Skeleton skeleton) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("names");
        for (String name : skeleton.names()) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("bones");
        for (Bone bone : skeleton.bones()) {
            json.writeArray(new int[] {bone.from(), bone.to()}, 0, 2);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    void frame(Frame frame, List<Person> people, Optional<CameraFacts> camera, Map<Integer, Map<String, Double>> angles)
            throws IOException {
        begin(frame.index(), frame.ptsMicros());
        if (frame.file().isPresent()) {
            PictureFile file = frame.file().get();
            json.writeStringField("file", file.name());
            json.writeNumberField("width", file.width());
            json.writeNumberField("height", file.height());
            if (!file.flaws().isEmpty()) {
                json.writeStringField("warning", String.join("; ", file.flaws()));
            }
        }
        if (camera.isPresent()) {
            camera(camera.get());
        }
        json.writeArrayFieldStart("people");
        for (Person person : people) {
            person(person, angles.getOrDefault(person.id(), Map.of()));
        }
        json.writeEndArray();
        endLine();
    }

    private void camera(CameraFacts facts) throws IOException {
        json.writeObjectFieldStart("camera");
        json.writeFieldName("focal");
        number(facts.camera().focal(), PIXEL_DECIMALS);
        if (facts.ground().isPresent()) {
            Ground ground = facts.ground().get();
            json.writeFieldName("up");
            numbers(METRE_DECIMALS, (float) ground.up().x(), (float) ground.up().y(), (float) ground.up().z());
            json.writeFieldName("height");
            number(ground.height(), METRE_DECIMALS);
        }
        json.writeEndObject();
    }

    /** A line that says why there is nothing to say. */
    void missing(UnreadablePicture picture) throws IOException {
        begin(picture.index(), picture.ptsMicros());
        json.writeStringField("file", picture.file());
        json.writeStringField("error", picture.reason());
        json.writeArrayFieldStart("people");
        json.writeEndArray();
        endLine();
    }

    private void begin(long index, long ptsMicros) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", index);
        json.writeNumberField("pts_us", ptsMicros);
    }

    private void person(Person person, Map<String, Double> angles) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", person.id());
        json.writeFieldName("score");
        number(person.score(), SCORE_DECIMALS);
        Box box = person.box();
        json.writeFieldName("box");
        numbers(PIXEL_DECIMALS, box.x(), box.y(), box.width(), box.height());
        json.writeObjectFieldStart("keypoints");
        for (Keypoints keypoints : person.keypoints()) {
            keypoints(keypoints.skeleton().id(), keypoints);
        }
        for (Map.Entry<String, Keypoints> detail : person.details().keypoints().entrySet()) {
            keypoints(detail.getKey(), detail.getValue());
        }
        json.writeEndObject();
        if (person.joints3d().isPresent()) {
            joints("joints3d", person.joints3d().get());
        }
        hands(person.details());
        if (person.translation().isPresent()) {
            json.writeFieldName("translation");
            vector(person.translation().get(), METRE_DECIMALS);
        }
        if (person.body().isPresent()) {
            body(person.body().get());
        }
        if (!angles.isEmpty()) {
            json.writeObjectFieldStart("angles");
            for (Map.Entry<String, Double> angle : angles.entrySet()) {
                json.writeFieldName(angle.getKey());
                number(angle.getValue(), ANGLE_DECIMALS);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void hands(Details details) throws IOException {
        if (details.leftHand().isPresent() || details.rightHand().isPresent()) {
            json.writeObjectFieldStart("hands3d");
            if (details.leftHand().isPresent()) {
                joints("left", details.leftHand().get().world());
            }
            if (details.rightHand().isPresent()) {
                joints("right", details.rightHand().get().world());
            }
            json.writeEndObject();
        }
    }

    private void keypoints(String name, Keypoints keypoints) throws IOException {
        json.writeArrayFieldStart(name);
        for (Keypoint point : keypoints.points()) {
            json.writeStartArray();
            number(point.x(), PIXEL_DECIMALS);
            number(point.y(), PIXEL_DECIMALS);
            number(point.score(), SCORE_DECIMALS);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void joints(String name, Joints3d joints) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("skeleton", joints.skeleton().id());
        json.writeArrayFieldStart("xyz");
        for (Joint joint : joints.joints()) {
            numbers(METRE_DECIMALS, joint.x(), joint.y(), joint.z());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("score");
        for (Joint joint : joints.joints()) {
            number(joint.score(), SCORE_DECIMALS);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void body(BodyParameters body) throws IOException {
        json.writeObjectFieldStart("body");
        rotations("pose", body.rotations());
        components("betas", body.betas());
        json.writeFieldName("translation");
        vector(body.translation(), METRE_DECIMALS);
        if (body.fingersAndFace().isPresent()) {
            FingersAndFace fine = body.fingersAndFace().get();
            rotations("left_hand_pose", fine.leftHand());
            rotations("right_hand_pose", fine.rightHand());
            json.writeFieldName("jaw_pose");
            vector(AxisAngle.of(fine.jaw()), RADIAN_DECIMALS);
            components("expression", fine.expression());
        }
        json.writeEndObject();
    }

    private void rotations(String name, List<Quaternion> rotations) throws IOException {
        json.writeArrayFieldStart(name);
        for (Quaternion rotation : rotations) {
            vector(AxisAngle.of(rotation), RADIAN_DECIMALS);
        }
        json.writeEndArray();
    }

    private void components(String name, List<Float> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (float value : values) {
            number(value, BETA_DECIMALS);
        }
        json.writeEndArray();
    }

    private void vector(Vector3 vector, int decimals) throws IOException {
        numbers(decimals, vector.x(), vector.y(), vector.z());
    }

    private void numbers(int decimals, float... values) throws IOException {
        json.writeStartArray();
        for (float value : values) {
            number(value, decimals);
        }
        json.writeEndArray();
    }

    private void number(double value, int decimals) throws IOException {
        if (Double.isFinite(value)) {
            long rounded = Math.round(value * Math.pow(10, decimals));
            json.writeNumber(BigDecimal.valueOf(rounded, decimals).stripTrailingZeros());
        } else {
            json.writeNull();
        }
    }
}
