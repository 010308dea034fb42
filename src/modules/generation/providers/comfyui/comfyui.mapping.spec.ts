import { checkOf, configOf, graphOf, outputOf, queuedOf } from './comfyui.mapping';

const FILE = {
  workflow: { '6': { inputs: { text: '' } }, '3': { inputs: { seed: 1 } } },
  fields: { prompt: ['6.inputs.text'], seed: '3.inputs.seed' },
};
const FIELDS = {
  prompt: 'a tide',
  negativePrompt: null,
  seconds: 5,
  width: 1280,
  height: 720,
  size: '1280x720',
  aspect: '16:9',
  resolution: '720p',
  fps: 24,
  frames: 121,
  seed: 7,
  reference: null,
  requestId: 'gen_1.1',
};

describe('the words of ComfyUI', () => {
  test('a workflow gets our words in its places, and the file stays as it is', () => {
    const config = configOf(FILE);
    expect(graphOf(config, FIELDS)).toEqual({
      '6': { inputs: { text: 'a tide' } },
      '3': { inputs: { seed: 7 } },
    });
    expect(config.workflow).toEqual(FILE.workflow);
  });

  test('a file with a fault is refused with the place of it', () => {
    expect(() => configOf({})).toThrow('workflow:');
    expect(() => configOf({ ...FILE, fields: { prompt: '9.inputs.text' } })).toThrow(
      'no place 9.inputs.text',
    );
    expect(() => configOf({ ...FILE, fields: { prompt: '6.inputs.text', colour: 'x' } })).toThrow(
      'colour is no field',
    );
    expect(() => configOf({ ...FILE, fields: {} })).toThrow('fields.prompt');
  });

  test('the clip is the first MP4 of any node', () => {
    const outputs = {
      '9': { images: [{ filename: 'a.png' }] },
      '10': { gifs: [{ filename: 'b.mp4', subfolder: 'x', type: 'temp' }] },
    };
    expect(outputOf({ outputs })).toEqual({ filename: 'b.mp4', subfolder: 'x', type: 'temp' });
    expect(checkOf({ outputs: {}, status: { status_str: 'success' } })).toMatchObject({ code: 'BAD_OUTPUT' });
  });

  test('an error of the graph has its code, an interruption is none', () => {
    const failed = (message: unknown[]) =>
      checkOf({ outputs: {}, status: { status_str: 'error', messages: [message] } });
    expect(
      failed([
        'execution_error',
        { exception_type: 'torch.OutOfMemoryError', exception_message: 'CUDA out of memory' },
      ]),
    ).toMatchObject({ code: 'TRANSIENT' });
    expect(failed(['execution_interrupted', {}])).toMatchObject({ code: 'CANCELLED' });
    expect(failed(['execution_error', { exception_message: 'boom' }])).toMatchObject({
      code: 'UNKNOWN',
      message: 'boom',
    });
  });

  test('the queue names requests and who sent them', () => {
    expect(queuedOf([[1, 'id', {}, { client_id: 'gen_1.1' }, []], 'odd'])).toEqual([
      { id: 'id', client: 'gen_1.1' },
    ]);
  });
});
