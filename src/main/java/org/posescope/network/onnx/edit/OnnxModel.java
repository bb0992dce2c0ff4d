package org.posescope.network.onnx.edit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import org.posescope.error.UserException;
import org.posescope.network.protobuf.ProtoField;
import org.posescope.network.protobuf.ProtoMessage;
import org.posescope.network.protobuf.ProtoReader;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.ReadFailure;

/**
 * An ONNX file, ModelProto (onnx/onnx.proto; the numbers are the field numbers of that file).
 *
 * @param formatVersion IR_VERSION
 * @param operatorSets  version of each domain of operators; ONNX's own has the empty name
 * @param rest          fields that are none of these
 */
public record OnnxModel(long formatVersion, SequencedMap<String, Long> operatorSets, OnnxNetwork network,
        List<ProtoField> rest) {
    private static final int FORMAT_VERSION = 1;
    private static final int NETWORK = 7;
    private static final int OPERATOR_SET = 8;
    private static final int SET_DOMAIN = 1;
    private static final int SET_VERSION = 2;
    private static final String OWN_DOMAIN = "";
    /** More is not in one file: a message of protocol buffers ends at 2 GiB. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

    public OnnxModel {
        operatorSets = new LinkedHashMap<>(operatorSets);
        rest = List.copyOf(rest);
    }

    /**
     * Reads a file.
     *
     * @throws UserException when it cannot be read, is damaged or is no ONNX file
     */
    public static OnnxModel read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new MalformedDataException("it is larger than an ONNX file can be");
            }
            return read(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException | MalformedDataException e) {
            throw ReadFailure.of(file, e);
        }
    }

    static OnnxModel read(ByteBuffer bytes) throws MalformedDataException {
        long version = 0;
        SequencedMap<String, Long> sets = new LinkedHashMap<>();
        OnnxNetwork network = null;
        List<ProtoField> rest = new ArrayList<>();
        for (ProtoField field : ProtoReader.fields(bytes)) {
            switch (field.number()) {
                case FORMAT_VERSION -> version = field.value();
                case NETWORK -> network = OnnxNetwork.read(field);
                case OPERATOR_SET -> readSet(field, sets);
                default -> rest.add(field);
            }
        }
        if (network == null || !sets.containsKey(OWN_DOMAIN)) {
            throw new MalformedDataException("it is no ONNX model: it has no graph of ONNX's operators");
        }
        return new OnnxModel(version, sets, network, rest);
    }

    private static void readSet(ProtoField field, SequencedMap<String, Long> sets) throws MalformedDataException {
        String domain = OWN_DOMAIN;
        long version = 0;
        for (ProtoField each : field.message()) {
            switch (each.number()) {
                case SET_DOMAIN -> domain = each.text();
                case SET_VERSION -> version = each.value();
                default -> {
                }
            }
        }
        sets.put(domain.equals("ai.onnx") ? OWN_DOMAIN : domain, version);
    }

    /** Version of ONNX's own operators. */
    public long operatorSet() {
        return operatorSets.get(OWN_DOMAIN);
    }

    public OnnxModel withNetwork(OnnxNetwork newNetwork) {
        return new OnnxModel(formatVersion, operatorSets, newNetwork, rest);
    }

    /** The same, said to be of other versions. */
    public OnnxModel withVersions(long newFormatVersion, long newOperatorSet) {
        SequencedMap<String, Long> sets = new LinkedHashMap<>(operatorSets);
        sets.put(OWN_DOMAIN, newOperatorSet);
        return new OnnxModel(newFormatVersion, sets, network, rest);
    }

    /**
     * Writes the file, in place of one that is there.
     *
     * @throws IOException when it cannot be written
     */
    public void write(Path file) throws IOException {
        ProtoMessage message = new ProtoMessage().number(FORMAT_VERSION, formatVersion).fields(rest).message(NETWORK,
                network.message());
        operatorSets.forEach((domain, version) -> message.message(OPERATOR_SET,
                new ProtoMessage().text(SET_DOMAIN, domain).number(SET_VERSION, version)));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            message.writeTo(out);
        }
    }
}
