import { Button, TagsInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { FormDialog } from '../../ui/form-dialog';

/** Where a key may be used from. */
export function PlacesDialog({ record }: { record: Schemas['KeyListItem'] }) {
  const queries = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure();
  const [networks, setNetworks] = useState(record.networks);
  const [origins, setOrigins] = useState(record.origins);
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/v1/keys/{id}/places', {
          params: { path: { id: record.id } },
          body: { networks, origins },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['keys'] });
      close();
    },
  });
  return (
    <>
      <Button variant="subtle" onClick={open}>
        Places
      </Button>
      <FormDialog
        opened={isOpen}
        title={`Where “${record.name}” may be used from`}
        confirm="Save"
        isBusy={save.isPending}
        error={save.error}
        onConfirm={() => save.mutate()}
        onClose={close}
      >
        <TagsInput
          label="Networks"
          description="Such as 203.0.113.7 or 203.0.113.0/24. None: everywhere."
          value={networks}
          onChange={setNetworks}
          maxTags={20}
        />
        <TagsInput
          label="Web pages"
          description="Such as https://studio.example. None: by programs only; a web page that uses the key makes it suspect."
          value={origins}
          onChange={setOrigins}
          maxTags={20}
        />
      </FormDialog>
    </>
  );
}
