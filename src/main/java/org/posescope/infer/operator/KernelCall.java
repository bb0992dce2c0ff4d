package org.posescope.infer.operator;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteError;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteOk;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.bytedeco.tensorflowlite.TfLiteContext;
import org.bytedeco.tensorflowlite.TfLiteIntArray;
import org.bytedeco.tensorflowlite.TfLiteNode;
import org.bytedeco.tensorflowlite.TfLiteRegistration;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Tensor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What TensorFlow Lite calls for an operator; the library keeps the address, so an object lives as long as the program. */
final class KernelCall extends TfLiteRegistration.Invoke_TfLiteContext_TfLiteNode {
    private static final Logger LOG = LoggerFactory.getLogger(KernelCall.class);

    private final Kernel kernel;

    KernelCall(Kernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public int call(TfLiteContext context, TfLiteNode node) {
        try {
            List<Tensor> inputs = new ArrayList<>();
            for (int k = 0; k < node.inputs().size(); k++) {
                inputs.add(tensor(context, node.inputs(), k));
            }
            kernel.compute(inputs, tensor(context, node.outputs(), 0), options(node));
            return kTfLiteOk;
        } catch (MalformedDataException | RuntimeException e) {
            // An exception must not go through native code. The session that ran the network fails.
            LOG.error("An operator of a network could not be computed", e);
            return kTfLiteError;
        }
    }

    private static FlexMap options(TfLiteNode node) throws MalformedDataException {
        int size = node.custom_initial_data_size();
        return size == 0
                ? FlexMap.EMPTY
                : FlexMap.read(MemorySegment.ofAddress(node.custom_initial_data().address()).reinterpret(size)
                        .asByteBuffer());
    }

    private static Tensor tensor(TfLiteContext context, TfLiteIntArray numbers, int index) {
        TfLiteTensor tensor = context.tensors().getPointer(numbers.data(index));
        int[] sides = IntStream.range(0, tensor.dims().size()).map(tensor.dims()::data).toArray();
        return Tensor.of(MemorySegment.ofAddress(tensor.data().f().address()).reinterpret(tensor.bytes()).asByteBuffer()
                .order(ByteOrder.nativeOrder()).asFloatBuffer(), sides);
    }
}
